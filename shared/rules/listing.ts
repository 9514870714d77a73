/** All problems as one list: the worst first, those of a severity in the order of the elements. */
import { type Problem, severities } from './problem'
import type { Severity } from './rule'

export interface Listing {
  readonly problems: readonly Problem[]
  readonly sections: readonly Section[]
}

/** The problems of one severity. */
interface Section {
  readonly severity: Severity
  readonly problems: readonly Problem[]
  /** Where those of each element end, by its place in the order. */
  readonly ends: Int32Array
}

/** What was found of an element, by its place in the order. */
export type Found = readonly [place: number, problems: readonly Problem[]]

/** Lists what was found, element by element. */
export function listingOf(found: readonly (readonly Problem[])[]): Listing {
  return joined(
    severities.map((severity) => {
      const problems: Problem[] = []
      const ends = new Int32Array(found.length)
      let place = 0
      for (const list of found) {
        for (const problem of list) if (problem.severity === severity) problems.push(problem)
        ends[place++] = problems.length
      }
      return { severity, problems, ends }
    }),
  )
}

/** The listing after something else was found of some elements, in their order. The rest is not looked at. */
export function relisted(listing: Listing, found: readonly Found[]): Listing {
  return found.length === 0 ? listing : joined(listing.sections.map((section) => replaced(section, found)))
}

function replaced({ severity, problems, ends }: Section, found: readonly Found[]): Section {
  const pieces: (readonly Problem[])[] = []
  const moved = ends.slice()
  let taken = 0
  let shift = 0
  for (const [i, [place, list]] of found.entries()) {
    const own = list.filter((problem) => problem.severity === severity)
    const start = ends[place - 1] ?? 0
    const end = ends[place] ?? start
    pieces.push(problems.slice(taken, start), own)
    taken = end
    shift += own.length - (end - start)
    const next = found[i + 1]?.[0] ?? ends.length
    for (let other = place; other < next; other++) moved[other] = (ends[other] ?? 0) + shift
  }
  pieces.push(problems.slice(taken))
  return { severity, problems: NONE.concat(...pieces), ends: moved }
}

const NONE: readonly Problem[] = []

function joined(sections: readonly Section[]): Listing {
  return { sections, problems: NONE.concat(...sections.map(({ problems }) => problems)) }
}
