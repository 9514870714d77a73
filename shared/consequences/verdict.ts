/** Whether a line could stand, before it is drawn: what AWS would refuse for good is said at the pointer. */

import { become } from '../design/become'
import type { Design } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import type { Candidate } from '../graph/connect'
import { keyOf } from '../rules/mend'
import type { Problem } from '../rules/problem'
import { rules } from '../rules/registry'
import type { Fix } from '../rules/rule'
import { validate } from '../rules/validate'
import type { Text } from '../texts/text'
import { drawLine } from './draw-line'

export interface Verdict {
  /** Why not, in one sentence. */
  readonly reason: Text
  /** The rule that says so; absent where the kind itself refuses. */
  readonly rule?: string
  /** The nearest thing that can stand: draws it instead. */
  readonly instead?: Fix
}

const refusing: ReadonlySet<string> = new Set(
  rules.filter(({ refusesLine }) => refusesLine).map(({ id }) => id),
)

function refuses({ rule }: Problem): boolean {
  return refusing.has(rule)
}

/**
 * Why a line can't stand; undefined for one that can.
 * @param first what comes with the line and before it, as for `drawLine`
 */
export function verdict(
  design: Design,
  candidate: Candidate,
  row?: string,
  first?: (draft: DesignDraft) => void,
): Verdict | undefined {
  const line = drawLine(design, candidate, row, first)
  if ('refused' in line) return { reason: line.refused }
  const known = new Set(validate(design).filter(refuses).map(keyOf))
  const problem = validate(line.design).find(
    (one) => one.severity === 'error' && refuses(one) && !known.has(keyOf(one)),
  )
  if (!problem) return undefined
  const { rule, words, values, fix } = problem
  const reason = { words, values }
  if (!fix) return { reason, rule }
  // The fix is made for the design with the line, so both come together.
  const instead = edit(line.design, fix.apply).design
  return { reason, rule, instead: { title: fix.title, apply: (draft) => become(draft, instead) } }
}

/**
 * What the hand can draw from one element to another: the reason why not, where none of the meanings can stand.
 * @param row the row that a meaning's reference would go into: their references may stand at different ends
 */
export function refusalOf(
  design: Design,
  all: readonly Candidate[],
  row?: (candidate: Candidate) => string | undefined,
): Verdict | undefined {
  let first: Verdict | undefined
  for (const candidate of all) {
    const said = verdict(design, candidate, row?.(candidate))
    if (!said) return undefined
    first ??= said
  }
  return first
}
