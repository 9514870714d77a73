/** An autoscaler as scaling policies: one for each metric. */

import { valueAt } from '../../basics/json'
import { own } from '../../basics/own'
import { refer } from '../../design/references'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { sourcesOf } from '../../graph/graph'
import { became, implied, lost, source } from '../conversion'
import { addMade, type Making } from './making'

const METRICS: Readonly<Record<string, string>> = {
  cpu: 'ECSServiceAverageCPUUtilization',
  memory: 'ECSServiceAverageMemoryUtilization',
}

/** Makes the policies, in the order of the metrics. */
export function scaling(making: Making): void {
  const { graph, tracker, workload, runner, name, replaced } = making
  for (const id of sourcesOf(graph, workload.element, 'scales', 'kubernetes-autoscaler')) {
    const from = source(tracker, id, graph.element(id)?.spec ?? {})
    replaced.push(id)
    implied(
      tracker,
      from,
      '/apiVersion',
      '/kind',
      '/metadata/name',
      '/metadata/namespace',
      '/metadata/labels',
      '/spec/scaleTargetRef',
    )
    const [least, most] = [
      valueAt(from.spec, '/spec/minReplicas') ?? 1,
      valueAt(from.spec, '/spec/maxReplicas'),
    ]
    for (const [member, place] of [
      ['minReplicas', 'MinCapacity'],
      ['maxReplicas', 'MaxCapacity'],
    ] as const)
      became(tracker, from, `/spec/${member}`, [
        'Scaling policy',
        `/${place}`,
        valueAt(from.spec, `/spec/${member}`),
      ])
    lost(tracker, from, '/spec/behavior', 'Cooldowns say how fast a service scales.')
    for (const [index, metric] of objectsAt(from.spec, '/spec/metrics')) {
      const at = `/spec/metrics/${index}`
      const type = own(METRICS, textAt(metric, '/resource/name') ?? '')
      const target = valueAt(metric, '/resource/target/averageUtilization')
      if (runner.kind !== 'service' || type === undefined || typeof target !== 'number') {
        lost(tracker, from, at, 'Make a scaling policy with a CloudWatch metric of your own.')
        continue
      }
      const policy = {
        PolicyName: `${name}-${textAt(metric, '/resource/name')}`,
        ResourceId: refer(runner.id, 'resourceId'),
        ServiceNamespace: 'ecs',
        ScalableDimension: 'ecs:service:DesiredCount',
        MinCapacity: least,
        MaxCapacity: most,
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: target,
          PredefinedMetricSpecification: { PredefinedMetricType: type },
        },
      }
      addMade(making, `${policy.PolicyName}-scaling`, 'scaling-policy', policy)
      const note = 'Counted of the size of the task, not of what the pods request.'
      became(tracker, from, at, ['Scaling policy', '/TargetTrackingScalingPolicyConfiguration', target], note)
    }
  }
}
