/**
 * How a task definition is run. Most of AWS's rules depend on it: the same definition may be right on EC2 and wrong on
 * Fargate, so it is judged for every service and task that runs it and for every compatibility it claims.
 */
import { referencesIn } from '../design/references'
import { kindOf } from '../elements/kinds'
import { viewOf } from '../elements/view'
import { type Graph, incoming, outgoing, targetOf } from './graph'
import { query } from './query'

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

interface RunnerSpec {
  readonly launchType?: string | undefined
  readonly capacityProviderStrategy?:
    | readonly { readonly capacityProvider?: string | undefined }[]
    | undefined
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

/** The launch types that a task definition must satisfy: those in use and those it claims. */
export const launchTypesOf = query((graph, taskDefinition: string): ReadonlySet<LaunchType> => {
  const claims = graph.element(taskDefinition)?.spec.requiresCompatibilities
  const launches = runsOf(graph, taskDefinition).flatMap((run) => run.launch ?? [])
  return new Set([...launches, ...(Array.isArray(claims) ? claims.filter(isLaunchType) : [])])
})

/** `launchType`, else what the strategy's providers are, else the cluster's default strategy. */
export const launchOf = query((graph, runner: string): LaunchType | undefined => {
  const spec = specOf<RunnerSpec>(graph, runner)
  if (isLaunchType(spec?.launchType)) return spec.launchType
  const own = launchOfStrategy(graph, spec?.capacityProviderStrategy)
  if (own || (spec?.capacityProviderStrategy?.length ?? 0) > 0) return own
  const cluster = targetOf(graph, runner, 'in-cluster')
  if (cluster === undefined) return undefined
  const clusterSpec = specOf<{ defaultCapacityProviderStrategy?: RunnerSpec['capacityProviderStrategy'] }>(
    graph,
    cluster,
  )
  return launchOfStrategy(graph, clusterSpec?.defaultCapacityProviderStrategy)
})

function launchOfStrategy(
  graph: Graph,
  strategy: RunnerSpec['capacityProviderStrategy'],
): LaunchType | undefined {
  const name = strategy?.[0]?.capacityProvider
  if (name === undefined) return undefined
  if (name === 'FARGATE' || name === 'FARGATE_SPOT') return 'FARGATE'
  const provider = referencesIn(name)[0]
  const spec = provider && specOf<Record<string, unknown>>(graph, provider.id)
  if (spec?.managedInstancesProvider !== undefined) return 'MANAGED_INSTANCES'
  return spec?.autoScalingGroupProvider === undefined ? undefined : 'EC2'
}

function specOf<Spec>(graph: Graph, id: string): Spec | undefined {
  const element = graph.element(id)
  const kind = element && kindOf(element.kind)
  return kind ? (viewOf(kind, element.spec).spec as Spec) : undefined
}

function isLaunchType(value: unknown): value is LaunchType {
  return value === 'EC2' || value === 'FARGATE' || value === 'EXTERNAL' || value === 'MANAGED_INSTANCES'
}
