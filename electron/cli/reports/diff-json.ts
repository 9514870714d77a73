import {
  type FieldChange,
  looksTheSame,
  meansTheSame,
  type ThingChange,
} from '../../../shared/review/compare/comparison'
import { withoutSecrets } from '../../../shared/review/compare/value-text'
import type { Problem } from '../../../shared/rules/problem'
import type { DiffReport } from './diff'

/** For programs: stable names, values as they stand in the designs, but for what looks like a secret. */
export const jsonDiff: DiffReport = ({ comparison, layout, cost }) => {
  const { counts, elements, lines, document, waivers, threads, approvals, routes, problems, about } =
    comparison
  const told = {
    same: meansTheSame(comparison) && (!layout || looksTheSame(comparison)),
    counts,
    ...(about && { about }),
    document: document.map(field),
    elements: elements
      .filter(({ status }) => layout || status !== 'moved')
      .map(({ id, kind, name, status, fields, moves }) => ({
        ...{ id, kind, name, status },
        ...(status === 'changed' && { fields: fields.map(field) }),
        ...(layout && moves.length > 0 && { moves }),
      })),
    lines: lines.map(({ id, from, to, meaning, status, stored }) => ({
      id,
      from,
      to,
      meaning,
      status,
      stored,
    })),
    waivers: waivers.map(thing),
    threads: threads.map(thing),
    approvals: approvals.map(thing),
    ...(layout && { routes }),
    ...(cost && {
      cost: { before: cents(cost.before), after: cents(cost.after), change: cents(cost.change) },
    }),
    problems: { appeared: problems.appeared.map(problem), mended: problems.mended.map(problem) },
  }
  return `${JSON.stringify(told, null, 2)}\n`
}

function field({ pointer, before, after }: FieldChange): FieldChange {
  return {
    pointer,
    ...(before !== undefined && { before: withoutSecrets(pointer, before) }),
    ...(after !== undefined && { after: withoutSecrets(pointer, after) }),
  }
}

function thing({ id, status }: ThingChange<unknown>): Pick<ThingChange<unknown>, 'id' | 'status'> {
  return { id, status }
}

function problem({ rule, severity, element, path, message }: Problem) {
  return { rule, severity, element, path, message }
}

function cents(dollars: number): number {
  return Math.round(dollars * 100) / 100
}
