/**
 * Asks the drawing who does it: who pulls this image, reads this secret, writes these logs, mounts this file system,
 * calls this API. Each answer names the one role, how it comes to it, and what is missing.
 */
import { roleUses } from '../aws/facts/role-uses'
import { type Graph, incoming, outgoing } from './graph'
import { homesOfInstances } from './homes'
import { type RoleAnswer, type RunsAs, roleFor, waysOfDefinition } from './role-for'
import { type LaunchType, runnersIn, runsOf } from './runs'
import { usesOf } from './usage'
import type { Use } from './usage/use'

export interface LensAnswer {
  readonly use: Use
  /** What is done, as in “the task role *reads secrets from Secrets Manager*”. */
  readonly does: string
  /** The service or standalone task that runs it so; absent while nothing runs it. */
  readonly runner?: string
  readonly launch?: LaunchType
  readonly answer: RoleAnswer
  /** The elements that the answer is about: user, runner, role, and what is used. */
  readonly lit: readonly string[]
}

/**
 * The answers about an element: what it does itself, what is done to it, and for a role all that it does. `container`
 * narrows a task definition down to one of its containers.
 */
export function roleAnswers(graph: Graph, id: string, container?: number): readonly LensAnswer[] {
  const kind = graph.element(id)?.kind
  if (kind === 'iam-role' || kind === 'instance-profile') return doneBy(graph, id)
  const users = usersOf(graph, id)
  return users
    .flatMap((user) => answersOf(graph, user))
    .filter(({ use, runner }) => {
      if (container !== undefined && use.element === id) return use.container === container
      return use.element === id || use.target === id || runner === id
    })
}

/** The elements whose uses an element has part in: itself, what it runs, and what refers to it or is called by it. */
function usersOf(graph: Graph, id: string): readonly string[] {
  const near = [
    id,
    ...outgoing(graph, id).map(({ to }) => to),
    ...incoming(graph, id).map(({ from }) => from),
  ]
  return [...new Set(near)].filter((one) => usesOf(graph, one).length > 0)
}

/** Every use of an element, once for each way in which it is run. */
function answersOf(graph: Graph, id: string): readonly LensAnswer[] {
  return usesOf(graph, id).flatMap((use) => waysOf(graph, id).map((way) => lens(graph, use, way)))
}

function waysOf(graph: Graph, id: string): readonly RunsAs[] {
  const kind = graph.element(id)?.kind
  if (kind === 'service' || kind === 'task') {
    return outgoing(graph, id, 'runs').flatMap(({ to }) =>
      runsOf(graph, to).filter(({ runner }) => runner === id),
    )
  }
  if (kind !== 'task-definition') return [{}]
  return waysOfDefinition(graph, id)
}

function lens(graph: Graph, use: Use, way: RunsAs): LensAnswer {
  const answer = roleFor(graph, use, way)
  const lit = [use.element, way.taskDefinition, way.runner, answer.named?.element, answer.element, use.target]
  return {
    use,
    does: roleUses[use.use].does,
    ...(way.runner === undefined ? {} : { runner: way.runner }),
    ...(way.launch === undefined ? {} : { launch: way.launch }),
    answer,
    lit: [...new Set(lit)].filter((one): one is string => one !== undefined && one !== ''),
  }
}

/** All that a role does, by whoever has it: directly, or as the role of an instance profile. */
function doneBy(graph: Graph, role: string): readonly LensAnswer[] {
  const holders = new Set<string>()
  const collect = (id: string) => {
    for (const { from } of incoming(graph, id)) {
      if (holders.has(from)) continue
      holders.add(from)
      const kind = graph.element(from)?.kind
      // Instances hold the role by their profile; what they run is found by their cluster.
      if (kind === 'instance-profile') collect(from)
      if (kind === 'container-instance' || kind === 'auto-scaling-group') runOnInstances(graph, from, holders)
    }
  }
  collect(role)
  const profile = new Set([role, ...outgoing(graph, role, 'contains-role').map(({ to }) => to)])
  return [...holders]
    .flatMap((id) => answersOf(graph, id))
    .filter(({ answer }) => answer.element !== undefined && profile.has(answer.element))
}

function runOnInstances(graph: Graph, instance: string, holders: Set<string>): void {
  for (const runner of homesOfInstances(graph, instance).flatMap((home) => runnersIn(graph, home))) {
    for (const { to } of outgoing(graph, runner, 'runs')) holders.add(to)
  }
}

/** The answers about a line: what the one end does with the other. */
export function roleAnswersOfLine(graph: Graph, from: string, to: string): readonly LensAnswer[] {
  return [from, to]
    .flatMap((id) => answersOf(graph, id))
    .filter(
      ({ use, lit }) =>
        (use.element === from || use.element === to) && lit.includes(from) && lit.includes(to),
    )
}
