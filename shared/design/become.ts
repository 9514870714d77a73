import { original } from 'immer'
import { isObject } from '../basics/json'
import type { Design } from './design'
import type { DesignDraft } from './edit'
import { ofSection } from './sections'

/**
 * Turns a draft into another state of the same design. What both have in common stays untouched, so the patches are as
 * small as if somebody had made the change by hand.
 */
export function become(draft: DesignDraft, next: Design): void {
  const now: Things = original(draft) as Design
  const then: Things = next
  for (const key of new Set([...Object.keys(now), ...Object.keys(then)])) {
    const [was, is] = [now[key], then[key]]
    if (was === is) continue
    if ((key === 'conflicts' || ofSection(key)) && isObject(was) && isObject(is))
      adopt((draft as MutableThings)[key] as MutableThings, was, is)
    else replace(draft, key, is)
  }
}

type Things = Readonly<Record<string, unknown>>
type MutableThings = Record<string, unknown>

function replace(draft: object, key: string, value: unknown): void {
  if (value === undefined) delete (draft as MutableThings)[key]
  else (draft as MutableThings)[key] = value
}

function adopt(target: MutableThings, now: Things, next: Things): void {
  for (const id of Object.keys(now)) if (!Object.hasOwn(next, id)) delete target[id]
  for (const [id, value] of Object.entries(next)) if (now[id] !== value) target[id] = value
}
