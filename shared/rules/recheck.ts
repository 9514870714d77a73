/**
 * Checks a design again after an edit. What each element's answer rested on was noted when it was worked out, so only
 * the elements are asked again that looked at something which is another thing now. A property test holds that the
 * answer is always that of a full check.
 */
import { type Changes, changesBetween, isTouched } from '../graph/changes'
import type { Graph } from '../graph/graph'
import { type Reads, recording } from '../graph/reads'
import { type Problem, severities } from './problem'
import type { Severity } from './rule'

/** The problems of one element; it may read the graph as it likes. */
export type CheckElement = (graph: Graph, id: string) => readonly Problem[]

interface Checked {
  readonly problems: readonly Problem[]
  readonly reads: Reads
}

interface Round {
  readonly graph: Graph
  readonly checks: ReadonlyMap<string, Checked>
}

/** More than one, because people look at templates and compare designs in between. */
const ROUNDS = 4

// The rounds before, the newest first: only speed depends on them, never the answer.
let rounds: readonly Round[] = []

/** Every problem of a design, by checking as little as possible. */
export function recheck(graph: Graph, check: CheckElement): readonly Problem[] {
  const like = rounds.find((round) => isAkin(round.graph, graph))
  const changes = like && changesBetween(like.graph, graph)
  const checks = changes ? update(like, changes, graph, check) : checkNoting(graph, check)
  const round: Round = { graph, checks }
  rounds = [round, ...rounds.filter((other) => other !== like)].slice(0, ROUNDS)
  // The map is in the order of the design, as it was made so.
  return inOrder(problemsIn(checks))
}

function* problemsIn(checks: ReadonlyMap<string, Checked>): Iterable<readonly Problem[]> {
  for (const { problems } of checks.values()) if (problems.length > 0) yield problems
}

/** Every problem, noting nothing. */
export function checkAll(graph: Graph, check: CheckElement): ReadonlyMap<string, readonly Problem[]> {
  return new Map([...inDesignOrder(graph)].map((id) => [id, check(graph, id)]))
}

/** Errors before warnings and advice, each in the order in which they come. */
export function inOrder(lists: Iterable<readonly Problem[]>): readonly Problem[] {
  const bySeverity: Readonly<Record<Severity, Problem[]>> = { error: [], warning: [], advice: [] }
  for (const list of lists) {
    for (const problem of list) bySeverity[problem.severity].push(problem)
  }
  return severities.flatMap((severity) => bySeverity[severity])
}

function* inDesignOrder(graph: Graph): Iterable<string> {
  for (const ids of graph.byKind.values()) yield* ids
}

function checkNoting(graph: Graph, check: CheckElement): Map<string, Checked> {
  const noting = recording(graph)
  const checks = new Map<string, Checked>()
  for (const id of inDesignOrder(graph)) checks.set(id, checkOne(noting, id, check))
  return checks
}

function update(before: Round, changes: Changes, graph: Graph, check: CheckElement): Map<string, Checked> {
  const noting = recording(graph)
  const known = new Map<Reads, boolean>()
  // Most edits leave the elements and their order as they are.
  const same = before.graph.byKind === graph.byKind
  const checks = new Map(same ? before.checks : undefined)
  for (const id of inDesignOrder(graph)) {
    const old = before.checks.get(id)
    if (!old || isTouched(old.reads, changes, known)) checks.set(id, checkOne(noting, id, check))
    else if (!same) checks.set(id, old)
  }
  return checks
}

function checkOne(noting: ReturnType<typeof recording>, id: string, check: CheckElement): Checked {
  const { value, reads } = noting.record(() => check(noting.graph, id))
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
