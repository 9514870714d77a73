/** Scaling policies that quick fixes and drawn lines add. */
import { queueDepth } from '../aws/facts/scaling'
import type { Spec } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { refer } from '../design/references'
import { scalingPolicy } from '../elements/scaling-policy'
import { addElement, findElement } from './fixes'

/** Messages that one task may have waiting; a start that people adjust to what a message takes. */
export const BACKLOG_PER_TASK = 10

/** Percent of CPU at which there is room for a burst, to be adjusted. */
export const CPU_TARGET = 70

/** Until a failed task has its substitute another one answers: the least tasks that survive the loss of one. */
export const LEAST_TASKS = 2

/** Between how many tasks a web service is scaled to begin with. */
export const FIRST_LIMITS = { min: LEAST_TASKS, max: 10 } as const

/** Target tracking of the messages that wait in a queue. */
export function queueTracking(queue: string): Spec {
  return {
    TargetValue: BACKLOG_PER_TASK,
    CustomizedMetricSpecification: {
      Namespace: queueDepth.namespace,
      MetricName: queueDepth.metric,
      Dimensions: [{ Name: 'QueueName', Value: refer(queue, 'name') }],
      Statistic: 'Average',
    },
  }
}

/** Adds a policy that follows a queue, down to no task at all; one that is there already stays. */
export function addBacklogPolicy(draft: DesignDraft, queue: string, service: string): void {
  if (!Object.hasOwn(draft.elements, queue)) return
  addPolicy(draft, service, `${service}-backlog`, {
    MinCapacity: 0,
    MaxCapacity: FIRST_LIMITS.max,
    TargetTrackingScalingPolicyConfiguration: queueTracking(queue),
  })
}

/** Adds a policy that follows the CPU, and starts as many tasks as it will keep; one that is there already stays. */
export function addCpuPolicy(draft: DesignDraft, service: string): void {
  const desired = draft.elements[service]?.spec.desiredCount
  const tasks = typeof desired === 'number' ? Math.max(desired, FIRST_LIMITS.min) : undefined
  const added = addPolicy(draft, service, `${service}-cpu`, {
    MinCapacity: FIRST_LIMITS.min,
    MaxCapacity: Math.max(FIRST_LIMITS.max, tasks ?? 0),
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: CPU_TARGET,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
    },
  })
  const spec = draft.elements[service]?.spec
  if (added && spec && tasks !== undefined) spec.desiredCount = tasks
}

function addPolicy(draft: DesignDraft, service: string, name: string, spec: Spec): boolean {
  const resource = refer(service, 'resourceId')
  const known = findElement(draft, scalingPolicy.kind, 'ResourceId', resource)
  if (known !== undefined || !Object.hasOwn(draft.elements, service)) return false
  addElement(draft, name, {
    kind: scalingPolicy.kind,
    spec: { ...scalingPolicy.defaults(name), ResourceId: resource, ...spec },
  })
  return true
}
