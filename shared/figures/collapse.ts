/** Closing and opening frames. */
import type { DesignDraft } from '../design/edit'
import { draftLayout, type NestingName } from '../graph/nestings'
import { placeAsDrawn } from './placing'

/**
 * Closes a frame, or opens it. The places and sizes of all that is in it stay as they are, so that opening it shows
 * what closing hid. Each nesting has its own closed frames.
 */
export function toggleCollapsed(draft: DesignDraft, nesting: NestingName, id: string): void {
  placeAsDrawn(draft, nesting, [id])
  const place = draftLayout(draft, nesting)[id]
  if (!place) return
  if (place.collapsed === true) delete place.collapsed
  else place.collapsed = true
}
