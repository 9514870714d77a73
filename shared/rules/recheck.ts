/**
 * Checks a design again after an edit. What each element's answer rested on was noted when it was worked out, so only
 * the elements are asked again that looked at something which is another thing now. A property test holds that the
 * answer is always that of a full check.
 */
import { changesBetween } from '../graph/changes'
import type { Graph } from '../graph/graph'
import type { IdNumbers, Reads } from '../graph/reads'
import { answered, type Recording, recording } from '../graph/recording'
import { type Changes, touchedBy } from '../graph/touched'
import { type Found, type Listing, listingOf, relisted } from './listing'
import type { Problem } from './problem'

/** The problems of one element; it may read the graph as it likes. */
export type CheckElement = (graph: Graph, id: string) => readonly Problem[]

interface Checked {
  readonly problems: readonly Problem[]
  readonly reads: Reads
}

interface Round {
  readonly graph: Graph
  /** Of all its elements, and of the design's states before. */
  readonly numbers: IdNumbers
  /** In the order in which their problems are listed. */
  readonly ids: readonly string[]
  /** What was found of each, in the same order. */
  readonly checks: readonly Checked[]
  readonly listing: Listing
}

/** More than one, because people look at another design in between; each holds as much as a large design. */
const ROUNDS = 2

// The rounds before, the newest first: only speed depends on them, never the answer.
let rounds: readonly Round[] = []

/** Every problem of a design, by checking as little as possible. */
export function recheck(graph: Graph, check: CheckElement): readonly Problem[] {
  const like = rounds.find((round) => isAkin(round.graph, graph))
  const round = roundAfter(like, graph, check)
  rounds = [round, ...rounds.filter((other) => other !== like)].slice(0, ROUNDS)
  return round.listing.problems
}

/** Every problem, noting nothing. */
export function checkAll(graph: Graph, check: CheckElement): readonly Problem[] {
  return listingOf([...inDesignOrder(graph)].map((id) => check(graph, id))).problems
}

function* inDesignOrder(graph: Graph): Iterable<string> {
  for (const ids of graph.byKind.values()) yield* ids
}

function roundAfter(before: Round | undefined, graph: Graph, check: CheckElement): Round {
  const changes = before && changesBetween(before.graph, graph)
  if (!before || !changes) return firstRound(graph, check)
  // Most edits leave the elements and their order as they are.
  if (before.graph.byKind === graph.byKind) return sameElements(before, changes, graph, check)
  return otherElements(before, changes, graph, check)
}

function firstRound(graph: Graph, check: CheckElement): Round {
  const noting = recording(graph)
  const ids = [...inDesignOrder(graph)]
  const checks = ids.map((id) => checkOne(noting, id, check))
  return { graph, numbers: noting.notes.numbers, ids, checks, listing: listed(checks) }
}

function listed(checks: readonly Checked[]): Listing {
  return listingOf(checks.map(({ problems }) => problems))
}

function sameElements(before: Round, changes: Changes, graph: Graph, check: CheckElement): Round {
  const noting = recording(graph, before.numbers)
  const isTouched = touchedBy(changes, before.numbers)
  const checks = before.checks.slice()
  const found: Found[] = []
  for (const [place, old] of before.checks.entries()) {
    if (!isTouched(old.reads)) continue
    const fresh = checkOne(noting, before.ids[place] ?? '', check)
    checks[place] = fresh
    found.push([place, fresh.problems])
  }
  return { ...before, graph, checks, listing: relisted(before.listing, found) }
}

function otherElements(before: Round, changes: Changes, graph: Graph, check: CheckElement): Round {
  const noting = recording(graph, before.numbers)
  const isTouched = touchedBy(changes, before.numbers)
  const places = new Map(before.ids.map((id, place) => [id, place]))
  const ids = [...inDesignOrder(graph)]
  const checks = ids.map((id) => {
    const old = before.checks[places.get(id) ?? -1]
    return old && !isTouched(old.reads) ? old : checkOne(noting, id, check)
  })
  return { graph, numbers: before.numbers, ids, checks, listing: listed(checks) }
}

function checkOne(noting: Recording, id: string, check: CheckElement): Checked {
  const { value, reads } = answered(noting, check, id)
  return { problems: value, reads }
}

/** Two states of the same design share most of their elements; looking at a few of them tells. */
function isAkin(before: Graph, after: Graph): boolean {
  const sample = [...inSample(after)]
  const shared = sample.filter((id) => before.design.elements[id] === after.design.elements[id])
  return shared.length * 2 > sample.length || sample.length === 0
}

const SAMPLE = 16

function* inSample(graph: Graph): Iterable<string> {
  let left = SAMPLE
  for (const id of inDesignOrder(graph)) {
    if (left-- === 0) return
    yield id
  }
}
