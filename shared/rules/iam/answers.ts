/** Which role answers for what a task definition or its runner does, for each way in which it is run. */
import type { RoleUse } from '../../aws/facts/role-uses'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, incoming, nameOf, resolved } from '../../graph/graph'
import { query } from '../../graph/query'
import { type RoleAnswer, type RunsAs, roleFor } from '../../graph/role-for'
import { type LaunchType, runOf, runsOf } from '../../graph/runs'
import { usesOf } from '../../graph/usage'
import type { Use } from '../../graph/usage/use'
import { definitionAt } from '../reading'

/** The kinds that do something with roles, besides what brings instances. */
export const workloads = [taskDefinition, service, task] as const

const LAUNCHES: readonly LaunchType[] = ['FARGATE', 'EC2', 'MANAGED_INSTANCES', 'EXTERNAL']

/**
 * How a task definition is run, and how it claims to be fit to run, where that makes a difference: a service brings no
 * role of its own. Once without a launch type when nobody says.
 */
const waysOf = query((graph, id: string): readonly RunsAs[] => {
  const claims: readonly string[] = definitionAt(graph, id)?.requiresCompatibilities ?? []
  const runs = runsOf(graph, id)
  const served = new Set(runs.flatMap(({ kind, launch }) => (kind === 'service' && launch ? [launch] : [])))
  const claimed = LAUNCHES.filter((launch) => claims.includes(launch) && !served.has(launch))
  const ways = [...runs, ...claimed.map((launch) => ({ taskDefinition: id, launch }))]
  return ways.length > 0 ? ways : [{ taskDefinition: id }]
})

/** The answers to some uses of a task definition, or of what a service or task adds to its own. */
export function answersTo(graph: Graph, id: string, some: readonly RoleUse[]): readonly RoleAnswer[] {
  return among(answersOf(graph, id).all, some)
}

/** Those of the answers by which something is surely missing. Mostly there are none. */
export function missingFor(graph: Graph, id: string, some: readonly RoleUse[]): readonly RoleAnswer[] {
  return among(answersOf(graph, id).missing, some)
}

function among(answers: readonly RoleAnswer[], some: readonly RoleUse[]): readonly RoleAnswer[] {
  return answers.some(({ use }) => some.includes(use.use))
    ? answers.filter(({ use }) => some.includes(use.use))
    : NONE
}

interface Answers {
  readonly all: readonly RoleAnswer[]
  readonly missing: readonly RoleAnswer[]
}

const NONE: readonly RoleAnswer[] = []
const NO_ANSWERS: Answers = { all: NONE, missing: NONE }

/** Several rules ask for different uses of the same element. */
const answersOf = query((graph, id: string): Answers => {
  const uses = usesOf(graph, id)
  if (uses.length === 0) return NO_ANSWERS
  const isDefinition = graph.element(id)?.kind === taskDefinition.kind
  const ways = isDefinition ? waysOf(graph, id) : [runOf(graph, id) ?? {}]
  const all: RoleAnswer[] = []
  for (const use of uses) {
    for (const as of ways) all.push(roleFor(graph, use, as))
  }
  return { all, missing: all.filter(({ missing }) => missing !== undefined) }
})

/** What a role is asked for and lacks, by those who name it with one meaning, each use once for all ways. */
export function lackedBy(
  graph: Graph,
  role: string,
  meaning: 'task-role' | 'execution-role',
  some: readonly RoleUse[],
): readonly RoleAnswer[] {
  const askers = new Set<string>()
  for (const { from } of incoming(graph, role, meaning)) {
    const isDefinition = graph.element(from)?.kind === taskDefinition.kind
    const definition = isDefinition ? from : runOf(graph, from)?.taskDefinition
    if (definition === undefined) continue
    askers.add(definition)
    for (const { runner } of runsOf(graph, definition)) askers.add(runner)
  }
  const lacked: RoleAnswer[] = []
  for (const id of askers) {
    for (const answer of missingFor(graph, id, some)) if (answer.element === role) lacked.push(answer)
  }
  return lacked
}

/** What a message calls the thing that is used. */
export function usedName(graph: Graph, { target, resource, element, at }: Use): string {
  if (target !== undefined) return nameOf(graph, target)
  return resource === undefined ? `${nameOf(graph, element)}${at}` : resolved(graph, resource)
}

/** Of several texts each once, as a list in a message. */
export function listed(texts: readonly string[]): string {
  return [...new Set(texts)].join(', ')
}
