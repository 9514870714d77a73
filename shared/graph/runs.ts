/**
 * How a task definition is run. Most of AWS's rules depend on it: the same definition may be right on EC2 and wrong on
 * Fargate, so it is judged for every service and task that runs it and for every compatibility it claims.
 */
import { type Graph, incoming, outgoing, targetOf } from './graph'
import { query } from './query'
import { type ProviderType, providerOf, strategyOf } from './strategy'

export type LaunchType = 'EC2' | 'FARGATE' | 'EXTERNAL' | 'MANAGED_INSTANCES'

export interface Run {
  /** The service or standalone task. */
  readonly runner: string
  readonly kind: 'service' | 'task'
  readonly taskDefinition: string
  readonly cluster: string | undefined
  /** Undefined where the drawing does not say. */
  readonly launch: LaunchType | undefined
}

/** Every service and task that runs a task definition. */
export const runsOf = query((graph, taskDefinition: string): readonly Run[] =>
  incoming(graph, taskDefinition, 'runs').map(({ from }) => runBy(graph, from, taskDefinition)),
)

/** What a service or task runs; undefined while it has no task definition. */
export const runOf = query((graph, runner: string): Run | undefined => {
  const definition = outgoing(graph, runner, 'runs')[0]
  return definition && runBy(graph, runner, definition.to)
})

function runBy(graph: Graph, runner: string, taskDefinition: string): Run {
  const cluster = targetOf(graph, runner, 'in-cluster')
  const kind = graph.element(runner)?.kind === 'task' ? 'task' : 'service'
  return { runner, kind, taskDefinition, cluster, launch: launchOf(graph, runner) }
}

/** The services and standalone tasks of a cluster. */
export const runnersIn = query((graph, cluster: string): readonly string[] =>
  incoming(graph, cluster, 'in-cluster')
    .map(({ from }) => from)
    .filter((id) => runnerKinds.includes(graph.element(id)?.kind ?? '')),
)

const runnerKinds: readonly string[] = ['service', 'task'] satisfies readonly Run['kind'][]

/** How the services and standalone tasks of a cluster are run; undefined is among it where one does not say. */
export const launchesIn = query(
  (graph, cluster: string): ReadonlySet<LaunchType | undefined> =>
    new Set(runnersIn(graph, cluster).map((runner) => launchOf(graph, runner))),
)

/** The launch types that a task definition must satisfy: those in use and those it claims. */
export const launchTypesOf = query((graph, taskDefinition: string): ReadonlySet<LaunchType> => {
  const claims = graph.element(taskDefinition)?.spec.requiresCompatibilities
  const launches = runsOf(graph, taskDefinition).flatMap((run) => run.launch ?? [])
  return new Set([...launches, ...(Array.isArray(claims) ? claims.filter(isLaunchType) : [])])
})

/** `launchType`, else that of the providers of the strategy in effect. */
export const launchOf = query((graph, runner: string): LaunchType | undefined => {
  const written = graph.element(runner)?.spec.launchType
  if (isLaunchType(written)) return written
  // A strategy is of providers of one sort, so the first tells.
  const type = providerOf(graph, strategyOf(graph, runner)?.items[0]?.capacityProvider)?.type
  return type && launchOfProvider[type]
})

const launchOfProvider: Readonly<Record<ProviderType, LaunchType>> = {
  fargate: 'FARGATE',
  'auto-scaling-group': 'EC2',
  'managed-instances': 'MANAGED_INSTANCES',
}

function isLaunchType(value: unknown): value is LaunchType {
  return value === 'EC2' || value === 'FARGATE' || value === 'EXTERNAL' || value === 'MANAGED_INSTANCES'
}
