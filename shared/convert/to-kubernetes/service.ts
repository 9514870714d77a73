/** What a service or task says beside its definition. */
import { isObject, setAt, valueAt } from '../../basics/json'
import { objectsAt, textAt } from '../../elements/parts/reading'
import type { Text } from '../../texts/text'
import { became, implied, lost, type Source } from '../conversion'
import { type Making, move } from './making'

/** Members without a counterpart, and what to do instead. */
const LOST: Readonly<Record<string, Text>> = {
  availabilityZoneRebalancing:
    'Spread the pods by topologySpreadConstraints over topology.kubernetes.io/zone.',
  capacityProviderStrategy:
    'Nodes of a node group, or a Fargate profile, run the pods; node labels say which.',
  platformVersion: 'EKS picks the platform version of Fargate itself.',
  placementConstraints: 'Say by node labels and pod anti-affinity where pods may run.',
  placementStrategy: 'Say by topologySpreadConstraints how pods are spread.',
  networkConfiguration:
    'Pods are in the subnets of their nodes or Fargate profile; a SecurityGroupPolicy gives them security groups.',
  enableExecuteCommand: '“kubectl exec” opens a shell, for whom RBAC lets do it.',
  enableECSManagedTags: 'Pods have labels instead of tags.',
  propagateTags: 'Pods have labels instead of tags.',
  tags: 'Pods have labels instead of tags.',
  monitoring: 'Container Insights, by the Amazon CloudWatch Observability add-on, collects metrics.',
  role: 'The AWS Load Balancer Controller has a role of its own.',
  vpcLatticeConfigurations: 'The AWS Gateway API Controller connects Services with VPC Lattice.',
  gatewayConnectors: 'An Ingress or a Service of type LoadBalancer is reached from outside.',
  deploymentController: 'A Deployment rolls out by itself; for other ways use a tool such as Argo Rollouts.',
  'deploymentConfiguration/deploymentCircuitBreaker':
    'A rollout that gets stuck is reported after progressDeadlineSeconds; it is not rolled back.',
  'deploymentConfiguration/alarms': 'Rollouts watch no alarms; a tool such as Argo Rollouts does.',
  'deploymentConfiguration/lifecycleHooks': 'Rollouts call no functions; a tool such as Argo Rollouts does.',
  'deploymentConfiguration/bakeTimeInMinutes': 'Use minReadySeconds, or a tool such as Argo Rollouts.',
  healthCheckGracePeriodSeconds: 'A startup probe says how long a start may take.',
  startedBy: 'Labels say who made a Job.',
  referenceId: 'Labels say what a Job belongs to.',
  group: 'Labels group pods.',
  containerInstances: 'Say by node labels where pods may run.',
}

/** Writes what a service says about its tasks, or a task about its run. */
export function runner(making: Making, from: Source): void {
  const { tracker, workload, fargate } = making
  implied(tracker, from, '/cluster', '/taskDefinition', '/clientToken')
  became(tracker, from, '/serviceName', [workload.kind, '/metadata/name', making.name])
  if (textAt(from.spec, '/schedulingStrategy') !== undefined)
    became(tracker, from, '/schedulingStrategy', [workload.kind, '/kind', workload.kind])
  const launched = fargate ? 'Fargate profile' : 'Node group'
  if (textAt(from.spec, '/launchType') !== undefined)
    became(tracker, from, '/launchType', [launched, '', launched])
  if (workload.kind === 'Deployment') move(making, from, '/desiredCount', '/spec/replicas')
  if (workload.kind === 'Job') {
    move(making, from, '/count', '/spec/completions')
    if (valueAt(workload.manifest, '/spec/completions') !== undefined)
      setAt(workload.manifest, '/spec/parallelism', valueAt(workload.manifest, '/spec/completions'))
  }
  rollout(making, from)
  overrides(making, from)
  for (const [member, note] of Object.entries(LOST)) lost(tracker, from, `/${member}`, note)
}

/** How many pods there are more, or fewer, while a new revision comes. */
function rollout(making: Making, from: Source): void {
  const { tracker, workload } = making
  const configuration = '/deploymentConfiguration'
  const strategy = textAt(from.spec, `${configuration}/strategy`)
  if (strategy === 'ROLLING') implied(tracker, from, `${configuration}/strategy`)
  else
    lost(
      tracker,
      from,
      `${configuration}/strategy`,
      'A Deployment replaces pods step by step. Blue/green and canary rollouts need a tool such as Argo Rollouts.',
    )
  const least = valueAt(from.spec, `${configuration}/minimumHealthyPercent`)
  const most = valueAt(from.spec, `${configuration}/maximumPercent`)
  const daemon = workload.kind === 'DaemonSet'
  if (typeof least !== 'number' && typeof most !== 'number') return
  const surge = typeof most === 'number' ? Math.max(0, most - 100) : 100
  const unavailable = typeof least === 'number' ? Math.min(100, Math.max(0, 100 - least)) : 0
  // With neither, nothing could ever be replaced.
  const rollingUpdate =
    surge === 0 && unavailable === 0
      ? { maxSurge: '25%', maxUnavailable: '0%' }
      : daemon && surge > 0 && unavailable > 0
        ? { maxSurge: '0%', maxUnavailable: `${unavailable}%` }
        : { maxSurge: `${surge}%`, maxUnavailable: `${unavailable}%` }
  const place = daemon ? '/spec/updateStrategy' : '/spec/strategy'
  setAt(workload.manifest, place, { type: 'RollingUpdate', rollingUpdate })
  for (const [member, value] of [
    ['minimumHealthyPercent', rollingUpdate.maxUnavailable],
    ['maximumPercent', rollingUpdate.maxSurge],
  ] as const)
    became(tracker, from, `${configuration}/${member}`, [workload.kind, `${place}/rollingUpdate`, value])
}

/** What a run changes of the definition is written into the pod. */
function overrides(making: Making, from: Source): void {
  const { tracker, workload, pod, definition } = making
  for (const [index, one] of objectsAt(from.spec, '/overrides/containerOverrides')) {
    const at = `/overrides/containerOverrides/${index}`
    const containers = objectsAt(definition.spec, '/containerDefinitions')
    const order = containers.findIndex(([, { name }]) => name === one.name)
    const place = `${pod}/containers/${order}`
    if (!isObject(valueAt(workload.manifest, place))) continue
    became(tracker, from, `${at}/name`, [workload.kind, place, one.name])
    move(making, from, `${at}/command`, `${place}/args`)
    for (const [i, { name, value }] of objectsAt(one, '/environment')) {
      const env = objectsAt(workload.manifest, `${place}/env`).filter(([, known]) => known.name !== name)
      setAt(workload.manifest, `${place}/env`, [...env.map(([, known]) => known), { name, value }])
      became(tracker, from, `${at}/environment/${i}`, [workload.kind, `${place}/env`, { name, value }])
    }
  }
}
