/** Editing the places of one nesting. */
import { current, isDraft } from 'immer'
import type { Design, Place } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { draftLayout, type NestingName } from '../graph/nestings'
import { type Scene, sceneOf } from './scene'
import { logicalView, networkView } from './view'

/**
 * Gives elements that nobody has placed yet the places at which they are drawn, so that something else can be said of
 * their places without moving them.
 */
export function placeAsDrawn(draft: DesignDraft, nesting: NestingName, ids: Iterable<string>): void {
  const layout = draftLayout(draft, nesting)
  const missing = [...ids].filter((id) => layout[id] === undefined)
  if (missing.length === 0) return
  const design = (isDraft(draft) ? current(draft) : draft) as Design
  const scene = sceneOf(design, nesting === 'network' ? networkView : logicalView)
  for (const id of missing) {
    const place = placeIn(scene, id)
    if (place) layout[id] = place
  }
}

/** Where an item is drawn, from the top left corner of its frame. */
export function placeIn({ byId }: Scene, id: string): Place | undefined {
  const item = byId.get(id)
  if (!item) return undefined
  const frame = item.parent === undefined ? undefined : byId.get(item.parent)
  return { x: item.rect.x - (frame?.rect.x ?? 0), y: item.rect.y - (frame?.rect.y ?? 0) }
}
