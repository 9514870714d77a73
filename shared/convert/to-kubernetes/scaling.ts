/** A service's scaling policies as one autoscaler. */
import { toText } from '../../basics/convert'
import { removeAt, valueAt } from '../../basics/json'
import { own } from '../../basics/own'
import { refer } from '../../design/references'
import { scalingPolicy } from '../../elements/scaling-policy'
import { sourcesOf } from '../../graph/graph'
import { became, implied, lost, source } from '../conversion'
import { type Making, metadataOf, object } from './making'

const METRICS: Readonly<Record<string, 'cpu' | 'memory'>> = {
  ECSServiceAverageCPUUtilization: 'cpu',
  ECSServiceAverageMemoryUtilization: 'memory',
  ECSServiceAverageCPUUtilizationHighResolution: 'cpu',
  ECSServiceAverageMemoryUtilizationHighResolution: 'memory',
}

const TRACKING = '/TargetTrackingScalingPolicyConfiguration'

/** Makes the autoscaler, and tells which policies it stands for. */
export function scaling(making: Making, service: string): readonly string[] {
  const { graph, tracker, workload } = making
  const policies = sourcesOf(graph, service, 'scales', scalingPolicy.kind)
  const resources: { readonly name: string; readonly utilization: number }[] = []
  let [least, most]: (number | undefined)[] = []
  for (const id of policies) {
    const from = source(tracker, id, graph.element(id)?.spec ?? {})
    implied(
      tracker,
      from,
      '/ResourceId',
      '/ServiceNamespace',
      '/ScalableDimension',
      '/PolicyName',
      '/PolicyType',
    )
    for (const [member, place] of [
      ['MinCapacity', 'minReplicas'],
      ['MaxCapacity', 'maxReplicas'],
    ] as const)
      became(tracker, from, `/${member}`, ['HorizontalPodAutoscaler', `/spec/${place}`, from.spec[member]])
    least = lower(least, from.spec.MinCapacity)
    most = higher(most, from.spec.MaxCapacity)
    const type = toText(valueAt(from.spec, `${TRACKING}/PredefinedMetricSpecification/PredefinedMetricType`))
    const name = own(METRICS, type)
    const utilization = valueAt(from.spec, `${TRACKING}/TargetValue`)
    if (name && typeof utilization === 'number' && utilization > 0) {
      resources.push({ name, utilization: Math.round(utilization) })
      const note = 'Counted of what the pods request, not of the size of the task.'
      for (const member of ['TargetValue', 'PredefinedMetricSpecification/PredefinedMetricType'])
        became(
          tracker,
          from,
          `${TRACKING}/${member}`,
          ['HorizontalPodAutoscaler', '/spec/metrics', `${name} ${utilization} %`],
          note,
        )
    } else
      lost(
        tracker,
        from,
        TRACKING,
        'Only CPU and memory are there from the start. KEDA, or a metrics adapter for CloudWatch, brings other metrics.',
      )
    for (const member of ['ScaleOutCooldown', 'ScaleInCooldown', 'DisableScaleIn'])
      lost(
        tracker,
        from,
        `${TRACKING}/${member}`,
        'Say by “behavior” of the autoscaler how fast it goes up and down.',
      )
    lost(
      tracker,
      from,
      '/StepScalingPolicyConfiguration',
      'An autoscaler follows a target; steps it does not know.',
    )
  }
  if (policies.length === 0 || workload.kind !== 'Deployment') return policies
  autoscaler(making, { least: Math.max(1, least ?? 1), most: Math.max(1, most ?? 1), resources })
  return policies
}

interface Limits {
  readonly least: number
  readonly most: number
  readonly resources: readonly { readonly name: string; readonly utilization: number }[]
}

function autoscaler(making: Making, { least, most, resources }: Limits): void {
  const { workload, name } = making
  object(making, `${name}-autoscaler`, 'kubernetes-autoscaler', {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadataOf(making, name),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: workload.kind, name: refer(workload.id) },
      minReplicas: Math.min(least, most),
      maxReplicas: Math.max(least, most),
      ...(resources.length === 0
        ? {}
        : {
            metrics: resources.map(({ name: resource, utilization }) => ({
              type: 'Resource',
              resource: { name: resource, target: { type: 'Utilization', averageUtilization: utilization } },
            })),
          }),
    },
  })
  // The number is the autoscaler's from now on: written here, each apply would set it back.
  removeAt(workload.manifest, '/spec/replicas')
}

function lower(a: number | undefined, b: unknown): number | undefined {
  return typeof b !== 'number' ? a : a === undefined ? b : Math.min(a, b)
}

function higher(a: number | undefined, b: unknown): number | undefined {
  return typeof b !== 'number' ? a : a === undefined ? b : Math.max(a, b)
}
