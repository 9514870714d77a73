import { original } from 'immer'
import type { Design } from './design'
import type { DesignDraft } from './edit'

const SECTIONS = ['elements', 'connections', 'waivers', 'layout', 'networkLayout', 'routes'] as const

/**
 * Turns a draft into another state of the same design. What both have in common stays untouched, so the patches are as
 * small as if somebody had made the change by hand.
 */
export function become(draft: DesignDraft, next: Design): void {
  const now = original(draft) as Design
  for (const section of SECTIONS) {
    if (now[section] === next[section]) continue
    if (!now[section] || !next[section]) replace(draft, section, next[section])
    else adopt(draft[section] as Record<string, unknown>, now[section], next[section])
  }
}

function replace(draft: object, section: string, value: unknown): void {
  if (value === undefined) delete (draft as Record<string, unknown>)[section]
  else (draft as Record<string, unknown>)[section] = value
}

function adopt(
  target: Record<string, unknown>,
  now: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): void {
  for (const id of Object.keys(now)) if (!Object.hasOwn(next, id)) delete target[id]
  for (const [id, value] of Object.entries(next)) if (now[id] !== value) target[id] = value
}
