/** A pod as a task definition. */
import { sizeThatHolds } from '../../aws/facts/fargate-sizes'
import { toText } from '../../basics/convert'
import { setAt, toPointer, valueAt } from '../../basics/json'
import { own } from '../../basics/own'
import { ROLE_ANNOTATION } from '../../elements/kubernetes-service-account'
import { annotation } from '../../elements/parts/manifest'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { incoming } from '../../graph/graph'
import type { Text } from '../../texts/text'
import { became, implied, lost } from '../conversion'
import { container } from './container'
import { belonging, DEFINITION, drawn, type Making, move } from './making'
import { volumes } from './volumes'

const LOST: Readonly<Record<string, Text>> = {
  affinity: 'Say by placement constraints and strategies where tasks run, on EC2 only.',
  topologySpreadConstraints:
    'ECS spreads tasks over Availability Zones by itself; on EC2 placement strategies say more.',
  tolerations: 'ECS has no taints. Use placement constraints, or capacity providers.',
  hostAliases: 'Tasks with addresses of their own have no extra hosts. Use service discovery.',
  dnsPolicy: 'Tasks ask the resolver of the VPC.',
  dnsConfig: 'Tasks with addresses of their own ask the resolver of the VPC.',
  initContainers: 'They have no names.',
  imagePullSecrets:
    'Name the secret under repositoryCredentials of each container, for registries other than ECR.',
  securityContext: 'Say it for each container.',
  priorityClassName: 'ECS has no priorities.',
  schedulerName: 'ECS places tasks itself.',
  enableServiceLinks: 'Use Service Connect.',
  automountServiceAccountToken: 'Tasks get no token of a cluster.',
  nodeName: 'ECS picks the instance.',
}

/** Writes the task definition. */
export function pod(making: Making): void {
  const { workload, pod: at, tracker, definition } = making
  volumes(making)
  const init = objectsAt(workload.spec, `${at}/initContainers`)
  const first = init.length
  for (const [order, [index]] of init.entries())
    container(making, `${at}/initContainers/${index}`, order, true)
  for (const [order, [index]] of objectsAt(workload.spec, `${at}/containers`).entries()) {
    container(making, `${at}/containers/${index}`, first + order, false)
    const before = init.map(([, { name }]) => ({ containerName: name, condition: 'SUCCESS' }))
    if (before.length > 0) setAt(definition.spec, `/containerDefinitions/${first + order}/dependsOn`, before)
  }
  // Init containers run one after another.
  for (let i = 1; i < first; i++) {
    const dependsOn = [{ containerName: init[i - 1]?.[1].name, condition: 'SUCCESS' }]
    setAt(definition.spec, `/containerDefinitions/${i}/dependsOn`, dependsOn)
  }
  stopTimeout(making)
  platform(making)
  shared(making)
  identity(making)
  size(making)
  implied(tracker, workload, `${at}/restartPolicy`)
  const metadata = at.replace(/spec$/, 'metadata')
  if (at !== '/spec') {
    implied(tracker, workload, `${metadata}/labels`)
    lost(
      tracker,
      workload,
      `${metadata}/annotations`,
      'Tasks have no annotations. Put what is needed into tags.',
    )
  }
  for (const [member, note] of Object.entries(LOST)) lost(tracker, workload, `${at}/${member}`, note)
}

function stopTimeout({ workload, pod: at, tracker, definition, fargate }: Making): void {
  const pointer = `${at}/terminationGracePeriodSeconds`
  const seconds = valueAt(workload.spec, pointer)
  if (typeof seconds !== 'number') return
  const written = fargate ? Math.min(seconds, 120) : seconds
  for (const [index] of objectsAt(definition.spec, '/containerDefinitions'))
    setAt(definition.spec, `/containerDefinitions/${index}/stopTimeout`, written)
  const note = written < seconds ? 'Fargate waits two minutes at most.' : undefined
  became(tracker, workload, pointer, [DEFINITION, '/containerDefinitions/0/stopTimeout', written], note)
}

const ARCHITECTURES: Readonly<Record<string, string>> = { amd64: 'X86_64', arm64: 'ARM64' }

function platform(making: Making): void {
  const { workload, pod: at, tracker } = making
  const selector = `${at}/nodeSelector`
  for (const prefix of ['kubernetes.io', 'beta.kubernetes.io']) {
    move(making, workload, `${selector}/${prefix}~1arch`, '/runtimePlatform/cpuArchitecture', (value) =>
      own(ARCHITECTURES, toText(value)),
    )
    move(making, workload, `${selector}/${prefix}~1os`, '/runtimePlatform/operatingSystemFamily', (value) =>
      value === 'windows' ? 'WINDOWS_SERVER_2022_CORE' : 'LINUX',
    )
  }
  const rest = valueAt(workload.spec, selector)
  for (const label of typeof rest === 'object' && rest !== null ? Object.keys(rest) : []) {
    if (/^(?:beta\.)?kubernetes\.io\/(?:arch|os)$/.test(label)) continue
    lost(
      tracker,
      workload,
      selector + toPointer([label]),
      'Say by placement constraints or a capacity provider which instances run it.',
    )
  }
}

function shared(making: Making): void {
  const { workload, pod: at, definition } = making
  const host = valueAt(workload.spec, `${at}/hostNetwork`) === true
  setAt(definition.spec, '/networkMode', host ? 'host' : 'awsvpc')
  move(making, workload, `${at}/hostNetwork`, '/networkMode', () => (host ? 'host' : 'awsvpc'))
  const flag = (member: string, place: string, value: string) =>
    move(making, workload, `${at}/${member}`, place, (set) => (set === true ? value : undefined))
  flag('shareProcessNamespace', '/pidMode', 'task')
  flag('hostPID', '/pidMode', 'host')
  flag('hostIPC', '/ipcMode', 'host')
}

/** The role of the service account: by its annotation, or by an association of EKS Pod Identity. */
function identity(making: Making): void {
  const { workload, pod: at, graph, tracker, definition, replaced } = making
  const pointer = `${at}/serviceAccountName`
  const account = drawn(making, valueAt(workload.spec, pointer), 'kubernetes-service-account')
  if (account === undefined) {
    lost(tracker, workload, pointer, 'A task has a task role in its place.')
    return
  }
  const from = belonging(making, account, 'pod-account')
  const association = incoming(graph, account, 'identifies')[0]?.from
  const role =
    textAt(from.spec, annotation(ROLE_ANNOTATION)) ??
    textAt(graph.element(association ?? '')?.spec, '/roleArn')
  if (association !== undefined && replaced.includes(account)) replaced.push(association)
  implied(tracker, from, '/automountServiceAccountToken', annotation(ROLE_ANNOTATION))
  if (role === undefined) {
    lost(tracker, workload, pointer, 'The service account has no IAM role, so neither has the task.')
    return
  }
  setAt(definition.spec, '/taskRoleArn', role)
  const note = 'The role has to trust ecs-tasks.amazonaws.com.'
  became(tracker, workload, pointer, [DEFINITION, '/taskRoleArn', role], note)
}

/** The smallest size of Fargate that holds what the containers ask for. */
function size({ definition, fargate }: Making): void {
  const containers = objectsAt(definition.spec, '/containerDefinitions').map(([, one]) => one)
  const sum = (values: readonly unknown[]) =>
    values.reduce<number>((all, value) => all + (typeof value === 'number' ? value : 0), 0)
  const cpu = sum(containers.map((one) => one.cpu))
  const memory = sum(containers.map((one) => one.memory ?? one.memoryReservation))
  const windows = toText(valueAt(definition.spec, '/runtimePlatform/operatingSystemFamily')).startsWith(
    'WINDOWS',
  )
  if (!fargate) {
    // On EC2 each container needs a size, where the task has none.
    for (const one of containers)
      if (one.memory === undefined && one.memoryReservation === undefined) one.memoryReservation = 128
    return
  }
  const fits = sizeThatHolds(Math.max(cpu, 256), Math.max(memory, 512), windows ? 'WINDOWS' : 'LINUX')
  definition.spec.cpu = toText(fits?.cpu ?? 256)
  definition.spec.memory = toText(fits?.memory ?? 512)
  definition.spec.requiresCompatibilities = ['FARGATE']
}
