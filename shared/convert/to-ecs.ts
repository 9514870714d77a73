/** A workload of Kubernetes as an ECS service or task, with all that belongs to it. */

import { toNumber, toText } from '../basics/convert'
import { setAt, valueAt } from '../basics/json'
import { freeId, slug } from '../basics/slug'
import { refer } from '../design/references'
import { takenIds } from '../design/taken-ids'
import { eksCluster } from '../elements/eks-cluster'
import { eksFargateProfile } from '../elements/eks-fargate-profile'
import type { MutableSpec } from '../elements/kind'
import { displayName } from '../elements/kinds'
import { kubernetesWorkload } from '../elements/kubernetes-workload'
import { podIn } from '../elements/parts/pod'
import { type Graph, resolved, sourcesOf } from '../graph/graph'
import { eksClusterOf, profilesOf } from '../graph/pods'
import { specOf } from '../graph/spec'
import { became, implied, lost, newTracker, type Source, source, tellRest } from './conversion'
import type { Making } from './to-ecs/making'
import { pod } from './to-ecs/pod'
import { scaling } from './to-ecs/scaling'
import { traffic } from './to-ecs/traffic'
import type { Converted } from './to-kubernetes'

/** The conversion of a workload; undefined for what is none. */
export function toEcs(graph: Graph, id: string): Converted | undefined {
  const element = graph.element(id)
  if (element?.kind !== kubernetesWorkload.kind) return undefined
  const tracker = newTracker()
  const workload = source(tracker, id, element.spec)
  const name = slug(resolved(graph, displayName(id, element)), 'app')
  const kind = workload.spec.kind
  const once = kind === 'Job' || kind === 'CronJob' || kind === 'Pod'
  const isTaken = takenIds(graph.design)
  const free = (wanted: string) => freeId(wanted, isTaken)
  const definition = { id: free(`${name}-task`), spec: { family: name } as MutableSpec }
  const runner = {
    id: free(name),
    kind: once ? ('task' as const) : ('service' as const),
    spec: {} as MutableSpec,
  }
  const fargate = !needsHost(workload)
  const making: Making = {
    graph,
    tracker,
    name,
    fargate,
    workload,
    pod: podIn(element.spec),
    made: {
      [runner.id]: { kind: runner.kind, spec: runner.spec },
      [definition.id]: { kind: 'task-definition', spec: definition.spec },
    },
    definition,
    runner,
    replaced: [id],
  }
  pod(making)
  run(making, once)
  const reached = traffic(making)
  scaling(making)
  tellRest(tracker, 'ECS has no counterpart.')
  return {
    of: id,
    became: runner.id,
    made: making.made,
    rows: tracker.rows,
    replaced: making.replaced,
    redirected: { [id]: runner.id, ...reached },
  }
}

/** What only instances have. */
function needsHost({ spec }: Source): boolean {
  const at = podIn(spec)
  if (spec.kind === 'DaemonSet' || valueAt(spec, `${at}/hostNetwork`) === true) return true
  const text = JSON.stringify(valueAt(spec, at) ?? {})
  return text.includes('"privileged":true') || text.includes('"hostPath"') || text.includes('nvidia.com/gpu')
}

/** Members of the service or task beside its definition. */
function run(making: Making, once: boolean): void {
  const { workload, tracker, runner, definition, fargate, graph } = making
  const { spec } = runner
  if (!once) spec.serviceName = making.name
  spec.taskDefinition = refer(definition.id)
  spec.launchType = fargate ? 'FARGATE' : 'EC2'
  const object = once ? 'Task' : 'Service'
  if (!once) spec.schedulingStrategy = workload.spec.kind === 'DaemonSet' ? 'DAEMON' : 'REPLICA'
  became(tracker, workload, '/kind', [object, once ? '' : '/schedulingStrategy', spec.schedulingStrategy])
  became(tracker, workload, '/metadata/name', [object, '/serviceName', making.name])
  implied(tracker, workload, '/apiVersion', '/metadata/namespace', '/metadata/labels', '/spec/selector')
  lost(tracker, workload, '/metadata/annotations', 'Put what is needed into tags.')
  if (!once && spec.schedulingStrategy === 'REPLICA') {
    const replicas = valueAt(workload.spec, '/spec/replicas')
    spec.desiredCount = typeof replicas === 'number' ? replicas : 1
    became(tracker, workload, '/spec/replicas', [object, '/desiredCount', spec.desiredCount])
  }
  if (once) count(making)
  rollout(making)
  if (valueAt(definition.spec, '/networkMode') === 'awsvpc') {
    const subnets = subnetsNear(graph, workload.element)
    if (subnets.length > 0) setAt(spec, '/networkConfiguration/awsvpcConfiguration/subnets', subnets)
  }
  for (const [member, note] of Object.entries(LOST)) lost(tracker, workload, `/spec/${member}`, note)
}

const LOST = {
  serviceName: 'Tasks have no names that stay. Keep state in EFS or a database.',
  volumeClaimTemplates: 'ECS makes new volumes for new tasks. Keep state in EFS or a database.',
  podManagementPolicy: 'Tasks of a service have no order.',
  schedule: 'EventBridge Scheduler starts tasks by time. Make a schedule with the RunTask target.',
  concurrencyPolicy: 'EventBridge Scheduler starts a task even while another one runs.',
  suspend: 'Turn the schedule off in EventBridge Scheduler.',
  backoffLimit: 'A task that fails is not started again. AWS Step Functions, or the schedule, tries again.',
  minReadySeconds: 'Give the service a health check grace period.',
  progressDeadlineSeconds: 'The deployment circuit breaker ends a rollout that does not come through.',
  revisionHistoryLimit: 'Revisions of a task definition stay until somebody deregisters them.',
} as const

function count({ workload, tracker, runner }: Making): void {
  const wanted = valueAt(workload.spec, '/spec/completions') ?? valueAt(workload.spec, '/spec/parallelism')
  if (typeof wanted === 'number' && wanted > 1) runner.spec.count = Math.min(10, wanted)
  for (const member of ['completions', 'parallelism'])
    became(tracker, workload, `/spec/${member}`, ['Task', '/count', runner.spec.count ?? 1])
}

/** Pods more, or fewer, while a new revision comes, as percentages. */
function rollout({ workload, tracker, runner }: Making): void {
  if (runner.kind !== 'service') return
  const daemon = runner.spec.schedulingStrategy === 'DAEMON'
  const at = daemon ? '/spec/updateStrategy' : '/spec/strategy'
  const percent = (member: string) =>
    /^(\d+)%$/.exec(toText(valueAt(workload.spec, `${at}/rollingUpdate/${member}`)))?.[1]
  const [surge, unavailable] = [percent('maxSurge'), percent('maxUnavailable')]
  const configuration = {
    ...(surge === undefined || daemon ? {} : { maximumPercent: 100 + toNumber(surge) }),
    ...(unavailable === undefined ? {} : { minimumHealthyPercent: 100 - toNumber(unavailable) }),
  }
  if (Object.keys(configuration).length > 0) runner.spec.deploymentConfiguration = configuration
  for (const member of ['maxSurge', 'maxUnavailable']) {
    if (percent(member) !== undefined)
      became(tracker, workload, `${at}/rollingUpdate/${member}`, [
        'Service',
        '/deploymentConfiguration',
        configuration,
      ])
  }
  implied(tracker, workload, `${at}/type`)
}

/** Where the pods ran: in the subnets of a Fargate profile, or of the cluster. */
function subnetsNear(graph: Graph, workload: string): readonly string[] {
  const home = eksClusterOf(graph, workload)
  if (home === undefined) return []
  for (const profile of profilesOf(graph, home)) {
    const subnets = specOf(graph, eksFargateProfile, profile)?.subnets ?? []
    if (subnets.length > 0) return subnets
  }
  for (const group of sourcesOf(graph, home, 'in-cluster', 'eks-node-group')) {
    const subnets = graph.element(group)?.spec.subnets
    if (Array.isArray(subnets) && subnets.length > 0) return subnets
  }
  return specOf(graph, eksCluster, home)?.resourcesVpcConfig?.subnetIds ?? []
}
