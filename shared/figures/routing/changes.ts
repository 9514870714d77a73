/** What differs between two scenes, as far as lines have to know. */
import type { Rect } from '../mark'
import type { SceneItem } from '../places'
import { sameRect } from './geometry'

/** The place of each item in the list of items. */
export type ItemIndex = ReadonlyMap<string, number>

/** The same object as before, as long as the items are the same ones in the same order. */
export function indexOf(
  items: readonly SceneItem[],
  before: { readonly items: readonly SceneItem[]; readonly index: ItemIndex } | undefined,
): ItemIndex {
  const sameOrder =
    before?.items.length === items.length &&
    items.every((item, i) => item === before.items[i] || item.id === before.items[i]?.id)
  return sameOrder ? before.index : new Map(items.map((item, i) => [item.id, i]))
}

export interface Changes {
  /** The areas in which something came, went, moved, or looks different. */
  readonly areas: readonly Rect[]
  /** By index: 1 for items that are new, moved, or look different. */
  readonly items: Uint8Array
}

export function changesBetween(
  before: readonly SceneItem[],
  after: readonly SceneItem[],
  index: ItemIndex,
): Changes {
  const areas: Rect[] = []
  const items = new Uint8Array(after.length).fill(1)
  const seen = new Uint8Array(after.length)
  for (let i = 0; i < before.length; i++) {
    const old = before[i] as SceneItem
    // Nearly always the item is still at the same place of the list.
    const at = after[i] === old ? i : index.get(old.id)
    const now = at === undefined ? undefined : after[at]
    if (at !== undefined) seen[at] = 1
    if (at !== undefined && now === old) {
      items[at] = 0
      continue
    }
    areas.push(old.rect)
    if (now && !sameRect(now.rect, old.rect)) areas.push(now.rect)
  }
  for (let i = 0; i < after.length; i++) if (seen[i] === 0) areas.push((after[i] as SceneItem).rect)
  return { areas, items }
}
