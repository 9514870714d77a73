/**
 * What follows from every edit, in the same step: elements stay where they were, bent lines go with their ends, and pins
 * stay with their fields.
 */
import type { Design } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { followPins } from '../review/pin-pointer'
import { keepPlaces } from './keep-places'
import { routesAfter } from './keep-routes'

/** What has to be edited after an edit from `before` to `after`; undefined when nothing has. */
export function settle(before: Design, after: Design): ((draft: DesignDraft) => void) | undefined {
  const places = keepPlaces(before, after)
  const placed = places ? edit(after, places).design : after
  const routes = routesAfter(before, placed)
  const pins = followPins(before, after)
  if (routes === after.routes && !pins) return places
  return (draft) => {
    places?.(draft)
    pins?.(draft)
    if (routes === after.routes) return
    if (routes) draft.routes = routes as NonNullable<DesignDraft['routes']>
    else delete draft.routes
  }
}
