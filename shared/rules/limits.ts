/** Rules that say what one member may hold: a row of a table each, with the mend that goes with the limit. */

import type { Kind } from '../elements/kind'
import { setMembers } from './fixes'
import { membersAt } from './members'
import { isAbsent, isUnknown } from './reading'
import { defineRule, type Rule, type RuleDeclaration } from './rule'

/** What a member may hold, and what to make of a value that it may not; undefined where nobody can tell. */
export interface Limit {
  readonly allows: (value: unknown) => boolean
  readonly mend?: (value: unknown) => unknown
}

interface LimitDeclaration<Kinds extends readonly Kind[]> extends Omit<RuleDeclaration<Kinds>, 'check'> {
  /** Where the member stands, with stars. */
  readonly path: string
  readonly limit: Limit
}

/** A rule about one member. Its message may name the `{value}`. Absent members and placeholders are not judged. */
export function limitRule<const Kinds extends readonly Kind[]>({
  path,
  limit,
  ...rule
}: LimitDeclaration<Kinds>): Rule {
  return defineRule({
    ...rule,
    check({ id, spec, report }) {
      for (const { value, at } of membersAt(spec, path)) {
        if (isAbsent(value) || isUnknown(value) || limit.allows(value)) continue
        const mended = limit.mend?.(value)
        report({
          at,
          values: { value: String(value) },
          ...(mended !== undefined && limit.allows(mended)
            ? { fix: setMembers(`Change ${String(value)} to ${String(mended)}`, id, { [at]: mended }) }
            : {}),
        })
      }
    },
  })
}

/** A whole number from `min` to `max`; another number is moved to the nearest one. */
export function wholeBetween(min: number, max: number): Limit {
  return {
    allows: (value) => typeof value !== 'number' || (Number.isInteger(value) && value >= min && value <= max),
    mend: (value) => Math.min(max, Math.max(min, Math.round(Number(value)))),
  }
}

/** At most so many characters that all fit; others become hyphens. */
export function ofCharacters(max: number, character: RegExp): Limit {
  return {
    allows: (value) =>
      typeof value !== 'string' || ([...value].length <= max && [...value].every((c) => character.test(c))),
    mend: (value) =>
      [...String(value)]
        .slice(0, max)
        .map((c) => (character.test(c) ? c : '-'))
        .join(''),
  }
}

/** One of some values; one that differs only in letter case is put right. */
export function oneOfValues(values: readonly string[]): Limit {
  return {
    allows: (value) => typeof value !== 'string' || values.includes(value),
    mend: (value) => values.find((one) => one.toLowerCase() === String(value).trim().toLowerCase()),
  }
}
