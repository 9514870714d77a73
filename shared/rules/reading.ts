/** Questions about a design that several rules ask. */
import type { z } from 'zod'
import { systemOf } from '../aws/facts/fargate-sizes'
import { defaultNetworkMode, hasOwnInterface, isNetworkMode } from '../aws/facts/network-modes'
import { fromPointer, isObject, valueAt } from '../basics/json'
import type { Element } from '../design/design'
import { taskDefinition } from '../elements/task-definition'
import { hasTrait, type TraitId } from '../elements/traits'
import { hasPlaceholder, viewOf } from '../elements/view'
import type { Graph } from '../graph/graph'
import { query } from '../graph/query'
import { type LaunchType, launchOf, launchTypesOf, runOf } from '../graph/runs'
import { say, type Text } from '../texts/text'

/** Left out, as far as AWS is concerned: null, false, an empty text, list or object say nothing. */
export function isAbsent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object' && value !== null) {
    for (const _ in value) return false
    return true
  }
  return value === undefined || value === null || value === '' || value === false
}

/** A value that can be judged: a text, not empty, and without a placeholder. */
export function isKnown(value: string | undefined): value is string {
  return value !== undefined && value !== '' && !hasPlaceholder(value)
}

/** What new things of a task definition are named after: its family, or its id where it has none that is known. */
export function familyOf(id: string, spec: Readonly<Record<string, unknown>> | undefined): string {
  const family = spec?.family
  return typeof family === 'string' && isKnown(family) ? family : id
}

/** A text with a placeholder in it: there is a value, but it can't be judged. */
export function isUnknown(value: unknown): boolean {
  return typeof value === 'string' && hasPlaceholder(value)
}

/**
 * Does the file hold anything at a pointer, even a placeholder or a value of a wrong type, which the view leaves out?
 * Whether something is missing has to be asked of what is written.
 */
export function isWritten(element: Pick<Element, 'spec'>, pointer: string): boolean {
  return isSomething(writtenAt(element, pointer))
}

/** The same about a member of an object, by the object's pointer, which many rules ask for. */
export function isWrittenIn(element: Pick<Element, 'spec'>, pointer: string, member: string): boolean {
  const owner = writtenAt(element, pointer)
  if (typeof owner !== 'object' || owner === null) return isSomething(owner)
  return Object.hasOwn(owner, member) && isSomething((owner as Readonly<Record<string, unknown>>)[member])
}

function isSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

/**
 * Is a text member of the object at a pointer left out or blank? `text` is what the view has of it. A member, or an
 * object, of another type is there, and has a rule of its own.
 */
export function lacksText(
  element: Pick<Element, 'spec'>,
  at: string,
  member: string,
  text: string | undefined,
): boolean {
  if (text?.trim()) return false
  return isObject(valueAt(element.spec, at)) && (text !== undefined || !isWrittenIn(element, at, member))
}

/** Does the file hold a placeholder at a pointer, or for an object or list around it? */
export function isUnknownAt(element: Pick<Element, 'spec'>, pointer: string): boolean {
  return isUnknown(writtenAt(element, pointer))
}

/** What stands at a pointer, or in the place of the object that should have led to it. */
function writtenAt({ spec }: Pick<Element, 'spec'>, pointer: string): unknown {
  let value: unknown = spec
  for (const key of fromPointer(pointer)) {
    if (typeof value !== 'object' || value === null) break
    value = Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined
  }
  return value
}

/** Does Fargate run it? For a task definition: does anything run it there, or does it claim to be fit for it? */
export function runsOnFargate(graph: Graph, id: string): boolean {
  if (graph.element(id)?.kind === 'task-definition') return launchTypesOf(graph, id).has('FARGATE')
  return launchOf(graph, id) === 'FARGATE'
}

/** Do the tasks of a service, or a standalone task, get network interfaces of their own? Undefined: can't be told. */
export function givesOwnInterface(graph: Graph, runner: string): boolean | undefined {
  const run = runOf(graph, runner)
  const definition = run && definitionAt(graph, run.taskDefinition)
  if (!run || !definition) return undefined
  const mode = definition.networkMode || undefined
  // A mode that there is not is network-mode-value.
  if (mode !== undefined && !isNetworkMode(mode)) return run.launch === 'FARGATE' ? true : undefined
  return hasOwnInterface(run.launch, mode)
}

export type TaskDefinitionSpec = z.output<typeof taskDefinition.spec>
export type ContainerSpec = NonNullable<TaskDefinitionSpec['containerDefinitions']>[number]

/** The spec of a task definition by its id; undefined when it is none. */
export function definitionAt(graph: Graph, id: string): TaskDefinitionSpec | undefined {
  const element = graph.element(id)
  return element?.kind === taskDefinition.kind ? viewOf(taskDefinition, element.spec).spec : undefined
}

/** The task definition that a service or task runs, with its id; undefined while it runs none. */
export const definitionOf: (graph: Graph, runner: string) => Definition | undefined = query(
  (graph, runner: string) => {
    const id = runOf(graph, runner)?.taskDefinition
    const spec = id === undefined ? undefined : definitionAt(graph, id)
    return id === undefined || spec === undefined ? undefined : { id, spec }
  },
)

export interface Definition {
  readonly id: string
  readonly spec: TaskDefinitionSpec
}

/** Is a trait said of a service or task, or of the task definition that it runs? */
export function isSaid(graph: Graph, runner: string, trait: TraitId): boolean {
  const definition = runOf(graph, runner)?.taskDefinition
  return [runner, definition].some((id) => id !== undefined && hasTrait(graph.element(id), trait))
}

/** The launch types of a task definition that are among some, in the order in which they are given. */
export function launchesAmong(
  graph: Graph,
  taskDefinition: string,
  some: readonly LaunchType[],
): readonly LaunchType[] {
  const launches = launchTypesOf(graph, taskDefinition)
  return some.filter((one) => launches.has(one))
}

/**
 * Does the task run Windows? Undefined when its operating system is a placeholder, or none that there is, which is
 * taskdef-os-value.
 */
export function runsWindows(spec: TaskDefinitionSpec): boolean | undefined {
  const family = spec.runtimePlatform?.operatingSystemFamily || 'LINUX'
  return family === 'LINUX' || family.startsWith('WINDOWS') ? systemOf(family) === 'WINDOWS' : undefined
}

/**
 * The network mode that a task has with a launch type: the one that is written, else the launch type's default; `nat` is
 * what Windows has of its own. Undefined where it can't be told.
 */
export function networkModeOf(spec: TaskDefinitionSpec, launch: LaunchType | undefined): string | undefined {
  const written = spec.networkMode || undefined
  if (written !== undefined) return isNetworkMode(written) ? written : undefined
  if (launch === undefined) return undefined
  const onLinux = defaultNetworkMode(launch, 'LINUX')
  const onWindows = defaultNetworkMode(launch, 'WINDOWS')
  if (onLinux === onWindows) return onLinux
  const windows = runsWindows(spec)
  return windows === undefined ? undefined : windows ? onWindows : onLinux
}

/** How a message calls a container: by its name, else by its place among the others. */
export function containerName(name: string | undefined, index: number): Text {
  return name || say`number ${index + 1}`
}

/** How a message calls the container of that index. */
export function nameOfContainer({ containerDefinitions }: TaskDefinitionSpec, index: number): Text {
  return containerName(containerDefinitions?.[index]?.name, index)
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
