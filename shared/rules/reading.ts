/** Questions about a design that several rules ask. */
import { hasOwnInterface } from '../aws/facts/network-modes'
import { taskDefinition } from '../elements/task-definition'
import { hasPlaceholder, viewOf } from '../elements/view'
import { type Graph, outgoing } from '../graph/graph'
import { type LaunchType, launchOf, launchTypesOf, runOf } from '../graph/runs'

/** Left out, as far as AWS is concerned: null, false, an empty text, list or object say nothing. */
export function isAbsent(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0
  return value === undefined || value === null || value === '' || value === false
}

/** A value that can be judged: a text, not empty, and without a placeholder. */
export function isKnown(value: string | undefined): value is string {
  return value !== undefined && value !== '' && !hasPlaceholder(value)
}

/** Does Fargate run it? For a task definition: does anything run it there, or does it claim to be fit for it? */
export function runsOnFargate(graph: Graph, id: string): boolean {
  if (graph.design.elements[id]?.kind === 'task-definition') return launchTypesOf(graph, id).has('FARGATE')
  return launchOf(graph, id, outgoing(graph, id, 'in-cluster')[0]?.to) === 'FARGATE'
}

/** Do the tasks of a service, or a standalone task, get network interfaces of their own? Undefined: can't be told. */
export function givesOwnInterface(graph: Graph, runner: string): boolean | undefined {
  const run = runOf(graph, runner)
  const definition = run && graph.design.elements[run.taskDefinition]
  if (!run || !definition) return undefined
  const mode = viewOf(taskDefinition, definition.spec).spec.networkMode || undefined
  if (mode !== undefined && !isKnown(mode)) return run.launch === 'FARGATE' ? true : undefined
  return hasOwnInterface(run.launch, mode)
}

/** How a message calls a container: by its name, else by its place among the others. */
export function containerName(name: string | undefined, index: number): string {
  return name || `number ${index + 1}`
}

const LAUNCH_NAMES: Readonly<Record<LaunchType, string>> = {
  EC2: 'EC2',
  FARGATE: 'Fargate',
  EXTERNAL: 'An external instance',
  MANAGED_INSTANCES: 'A managed instance',
}

/** A launch type at the beginning of a sentence. */
export function launchName(launch: LaunchType): string {
  return LAUNCH_NAMES[launch]
}
