/** `count`: how many tasks, on what capacity, and how the number follows the load. */
import { toNumber } from '../../basics/convert'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { refer } from '../../design/references'
import { say } from '../../texts/text'
import { isEmpty, member, type Node, takeText, textOf } from '../containers/node'
import { drop, kept, mapped } from '../containers/telling'
import { seconds } from '../containers/values'
import type { Reading } from './reading'

/** The members of a service that say how many tasks run and on what. */
export function countOf(reading: Reading): Spec {
  const count = member(reading.root, 'count')
  const fixed = toNumber(textOf(count) ?? Number.NaN)
  if (!count || isEmpty(count)) return { desiredCount: 1, launchType: 'FARGATE' }
  if (!count.members) {
    if (Number.isInteger(fixed)) takeText(count)
    return { desiredCount: Number.isInteger(fixed) ? fixed : 1, launchType: 'FARGATE' }
  }
  const spot = toNumber(textOf(member(count, 'spot')) ?? Number.NaN)
  if (Number.isInteger(spot)) {
    mapped(
      reading,
      'spot',
      member(count, 'spot') ?? count,
      say`${spot} tasks run on Fargate Spot.`,
      reading.runner,
    )
    return { desiredCount: spot, capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }
  }
  const range = rangeOf(reading, member(count, 'range'))
  if (!range) return { desiredCount: 1, launchType: 'FARGATE' }
  addPolicies(reading, count, range)
  return { desiredCount: range.min, ...capacityOf(reading, member(member(count, 'range'), 'spot_from')) }
}

interface Range {
  readonly min: number
  readonly max: number
}

/** `1-10`, or `{min, max, spot_from}`. */
function rangeOf(reading: Reading, node: Node | undefined): Range | undefined {
  const [, from, to] = /^(\d+)\s*-\s*(\d+)$/.exec(textOf(node) ?? '') ?? []
  const min = toNumber(from ?? textOf(member(node, 'min')) ?? Number.NaN)
  const max = toNumber(to ?? textOf(member(node, 'max')) ?? Number.NaN)
  if (!node || !Number.isInteger(min) || !Number.isInteger(max)) return undefined
  if (node.members) for (const key of ['min', 'max']) takeText(member(node, key))
  else mapped(reading, 'range', node, say`The service runs ${min} to ${max} tasks.`, reading.runner)
  return { min, max }
}

/** The first tasks on demand, those from a number on interruptible. */
function capacityOf(reading: Reading, node: Node | undefined): Spec {
  const from = toNumber(textOf(node) ?? Number.NaN)
  if (!node || !Number.isInteger(from) || from < 1) return { launchType: 'FARGATE' }
  const text = say`From task ${from} on, tasks run on Fargate Spot.`
  mapped(reading, 'spot', node, text, reading.runner)
  const spot = { capacityProvider: 'FARGATE_SPOT', weight: 1 }
  if (from === 1) return { capacityProviderStrategy: [spot] }
  return { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', base: from - 1, weight: 0 }, spot] }
}

const METRICS: Readonly<Record<string, readonly [name: string, metric: string]>> = {
  cpu_percentage: ['cpu', 'ECSServiceAverageCPUUtilization'],
  memory_percentage: ['memory', 'ECSServiceAverageMemoryUtilization'],
  requests: ['requests', 'ALBRequestCountPerTarget'],
}

function addPolicies(reading: Reading, count: Node, { min, max }: Range): void {
  const { stack, name, runner } = reading
  for (const [key, [suffix, PredefinedMetricType]] of Object.entries(METRICS)) {
    const node = member(count, key)
    const value = member(node, 'value') ?? node
    const target = toNumber(textOf(value) ?? Number.NaN)
    if (!node || !Number.isFinite(target)) continue
    const requests = key === 'requests'
    const cooldown = member(node, 'cooldown') ?? member(count, 'cooldown')
    stack.make(`scaling ${name} ${suffix}`, `${name} ${suffix} scaling`, {
      kind: 'scaling-policy',
      spec: {
        PolicyName: `${name}-${suffix}`,
        ResourceId: refer(runner, 'resourceId'),
        ServiceNamespace: 'ecs',
        ScalableDimension: 'ecs:service:DesiredCount',
        MinCapacity: min,
        MaxCapacity: max,
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: target,
          PredefinedMetricSpecification: {
            PredefinedMetricType,
            ...(requests ? { ResourceLabel: '<load-balancer>/<target-group>' } : {}),
          },
          ScaleOutCooldown: cooldownOf(cooldown, 'out') ?? 60,
          ScaleInCooldown: cooldownOf(cooldown, 'in') ?? 120,
        },
      },
    })
    const text = requests
      ? say`A policy scales by ${quote(key)}; its resource label is known once the load balancer exists.`
      : say`A policy scales by ${quote(key)}.`
    if (requests) kept(reading, 'scaling', node, text, runner)
    else mapped(reading, 'scaling', value ?? node, text, runner)
  }
  for (const key of ['response_time', 'queue_delay']) {
    const node = member(count, key)
    const text = say`Scaling by ${quote(key)} is left out: Copilot made a metric for it; add a policy with one of your own.`
    if (node) drop(reading, 'scaling', node, text, runner)
  }
}

function cooldownOf(cooldown: Node | undefined, which: 'in' | 'out'): number | undefined {
  const node = member(cooldown, which)
  const time = seconds(textOf(node) ?? '')
  if (time !== undefined) takeText(node)
  return time
}
