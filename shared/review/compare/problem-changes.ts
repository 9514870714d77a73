/** Problems that a change brought, and those that it mended. */
import { toNumber } from '../../basics/convert'
import { push } from '../../basics/push'
import type { Meaningful } from '../../design/design'
import type { Problem } from '../../rules/problem'
import { validate } from '../../rules/validate'
import { named } from './places'

export interface ProblemChanges {
  readonly appeared: readonly Problem[]
  readonly mended: readonly Problem[]
}

/** A problem is the same where rule, element and place are; items of lists by their names. */
export function problemChanges(before: Meaningful, after: Meaningful): ProblemChanges {
  const now = validate(after)
  const then = validate(before)
  if (now === then) return { appeared: [], mended: [] }
  const [old, fresh] = [byPlace(then, before, after), byPlace(now, after, before)]
  return { appeared: beyond(fresh, old), mended: beyond(old, fresh) }
}

type Placed = ReadonlyMap<string, readonly Problem[]>

function byPlace(problems: readonly Problem[], design: Meaningful, other: Meaningful): Placed {
  const places = new Map<string, Problem[]>()
  for (const problem of problems) {
    const { rule, element, path } = problem
    const spec = design.elements[element]?.spec
    // In an element that is the same on both sides the places are, too.
    const place = spec === other.elements[element]?.spec ? path : named(spec, path)
    push(places, `${rule} ${element} ${place}`, problem)
  }
  return places
}

/** Those that others have fewer of at a place: first what nobody says there. */
function beyond(some: Placed, others: Placed): readonly Problem[] {
  return [...some].flatMap(([place, here]) => {
    const there = others.get(place) ?? []
    const more = here.length - there.length
    if (more <= 0) return []
    const said = new Set(there.map(({ message }) => message))
    const isSaid = (problem: Problem) => toNumber(said.has(problem.message))
    return [...here].sort((a, b) => isSaid(a) - isSaid(b)).slice(0, more)
  })
}
