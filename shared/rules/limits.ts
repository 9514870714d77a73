/** Rules that say what one member may hold: a row of a table each, with the mend that goes with the limit. */

import { toNumber, toText } from '../basics/convert'
import { membersAt, someMember } from '../basics/members'
import { cut } from '../basics/quote'
import type { Kind } from '../elements/kind'
import { say } from '../texts/text'
import { setMembers } from './fixes'
import { isAbsent, isUnknown } from './reading'
import { defineRule, type Finding, type Rule, type RuleContext, type RuleDeclaration } from './rule'

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
    needs: [path],
    ...rule,
    check(context) {
      reportBreaches(context, path, limit)
    },
  })
}

/** The check of a rule about one member, for rules that have several limits, each with its wording and values. */
export function reportBreaches(
  { id, spec, report }: Pick<RuleContext<object>, 'id' | 'spec' | 'report'>,
  path: string,
  limit: Limit,
  { values, variant }: Pick<Finding, 'values' | 'variant'> = {},
): void {
  // Nearly always all of them are allowed.
  if (!someMember(spec, path, (value) => !limit.allows(value))) return
  for (const { value, at } of membersAt(spec, path)) {
    if (limit.allows(value) || isAbsent(value) || isUnknown(value)) continue
    const mended = limit.mend?.(value)
    report({
      at,
      values: { value: shown(value), ...values },
      ...(variant === undefined ? {} : { variant }),
      ...(mended !== undefined && limit.allows(mended)
        ? { fix: setMembers(say`Change ${shown(value)} to ${shown(mended)}`, id, { [at]: mended }) }
        : {}),
    })
  }
}

/** A name that is too long for AWS is too long for a message. */
function shown(value: unknown): string {
  return cut(toText(value), 60)
}

/** A whole number from `min` to `max`; another number is moved to the nearest one. */
export function wholeBetween(min: number, max: number): Limit {
  return {
    allows: (value) => typeof value !== 'number' || (Number.isInteger(value) && value >= min && value <= max),
    mend: (value) => Math.min(max, Math.max(min, Math.round(toNumber(value)))),
  }
}

/** A number from `from` to `to` that is a multiple of `step`; another number is moved to the nearest one. */
export function inSteps({ from, to, step }: { from: number; to: number; step: number }): Limit {
  // Multiples of 0.1 are not exact in binary: 3 times 0.1 is not 0.3, but 3 divided by 10 is.
  const perUnit = Math.round(1 / step)
  const nearest = (value: number) => Math.round(value * perUnit) / perUnit
  return {
    allows: (value) =>
      typeof value !== 'number' || (nearest(value) === value && value >= from && value <= to),
    mend: (value) => Math.min(to, Math.max(from, nearest(toNumber(value)))),
  }
}

/** At most so many characters that all fit; others become hyphens. */
export function ofCharacters(max: number, character: RegExp): Limit {
  const all = new RegExp(`^(?:${character.source})*$`, character.flags)
  return {
    allows: (value) =>
      typeof value !== 'string' || ((value.length <= max || [...value].length <= max) && all.test(value)),
    mend: (value) =>
      [...toText(value)]
        .slice(0, max)
        .map((c) => (character.test(c) ? c : '-'))
        .join(''),
  }
}

/** One of some values; one that differs only in letter case, blanks, hyphens or underscores is put right. */
export function oneOfValues(values: readonly string[]): Limit {
  return {
    allows: (value) => typeof value !== 'string' || values.includes(value),
    mend: (value) => values.find((one) => letters(one) === letters(toText(value))),
  }
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '')
}
