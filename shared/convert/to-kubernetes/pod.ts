/** A task definition as a pod. */
import { parseCpu, parseMemory } from '../../aws/facts/task-size'
import { toText } from '../../basics/convert'
import { isObject, setAt, valueAt } from '../../basics/json'
import { own } from '../../basics/own'
import { objectsAt, textAt } from '../../elements/parts/reading'
import type { Text } from '../../texts/text'
import { became, implied, lost } from '../conversion'
import { cpuQuantity, memoryQuantity } from '../quantities'
import { container } from './container'
import { type Making, metadataOf, move, object } from './making'
import { volumes } from './volumes'

/** Members without a counterpart, and what to do instead. */
const LOST: Readonly<Record<string, Text>> = {
  placementConstraints: 'Say by node labels where pods may run: nodeSelector or affinity.',
  proxyConfiguration: 'A service mesh adds its proxy by itself.',
  inferenceAccelerators: 'Elastic Inference is not there; use nodes with accelerators.',
  enableFaultInjection: 'AWS Fault Injection Service acts on pods through actions of its own.',
  tags: 'Pods have no tags of AWS. Put what is needed into labels.',
  executionRoleArn:
    'On nodes the node role pulls images; on Fargate the pod execution role does. Secrets are fetched by the tool that fills them.',
}

/** Writes the pod of a workload. */
export function pod(making: Making): void {
  const { definition, pod: at } = making
  const before = new Set(startedBefore(making))
  let [next, nextInit] = [0, 0]
  for (const [index, { name }] of objectsAt(definition.spec, '/containerDefinitions')) {
    const init = before.has(name)
    const place = init ? `initContainers/${nextInit++}` : `containers/${next++}`
    container(making, index, `${at}/${place}`, init)
    dependencies(making, index, before)
    stopTimeout(making, index)
    hosts(making, index)
  }
  volumes(making)
  size(making)
  platform(making)
  shared(making)
  identity(making)
  for (const [member, note] of Object.entries(LOST)) lost(making.tracker, definition, `/${member}`, note)
}

/** Containers that others wait for until they have ended run before them there. */
function startedBefore({ definition }: Making): readonly string[] {
  return objectsAt(definition.spec, '/containerDefinitions')
    .flatMap(([, container]) => objectsAt(container, '/dependsOn'))
    .filter(([, { condition }]) => condition === 'SUCCESS' || condition === 'COMPLETE')
    .map(([, { containerName }]) => toText(containerName))
}

function dependencies(
  { definition, tracker, workload, pod: at }: Making,
  index: number,
  before: ReadonlySet<string>,
): void {
  for (const [i, { containerName }] of objectsAt(
    definition.spec,
    `/containerDefinitions/${index}/dependsOn`,
  )) {
    const pointer = `/containerDefinitions/${index}/dependsOn/${i}`
    if (before.has(toText(containerName)))
      became(tracker, definition, pointer, [workload.kind, `${at}/initContainers`, containerName])
    else
      lost(
        tracker,
        definition,
        pointer,
        'Containers of a pod start side by side. Let the one that waits try again until the other answers.',
      )
  }
}

/** The longest time counts for the whole pod. */
function stopTimeout({ definition, tracker, workload, pod: at }: Making, index: number): void {
  const pointer = `/containerDefinitions/${index}/stopTimeout`
  const seconds = valueAt(definition.spec, pointer)
  if (typeof seconds !== 'number') return
  const place = `${at}/terminationGracePeriodSeconds`
  const known = valueAt(workload.manifest, place)
  const longest = Math.max(seconds, typeof known === 'number' ? known : 0)
  setAt(workload.manifest, place, longest)
  became(tracker, definition, pointer, [workload.kind, place, longest])
}

function hosts({ definition, tracker, workload, pod: at }: Making, index: number): void {
  const from = `/containerDefinitions/${index}`
  for (const [i, { hostname, ipAddress }] of objectsAt(definition.spec, `${from}/extraHosts`)) {
    if (typeof hostname !== 'string' || typeof ipAddress !== 'string') continue
    const alias = { ip: ipAddress, hostnames: [hostname] }
    setAt(workload.manifest, `${at}/hostAliases/-`, alias)
    became(tracker, definition, `${from}/extraHosts/${i}`, [workload.kind, `${at}/hostAliases`, alias])
  }
  for (const [member, place] of [
    ['dnsServers', 'nameservers'],
    ['dnsSearchDomains', 'searches'],
  ] as const) {
    const pointer = `${from}/${member}`
    const list = valueAt(definition.spec, pointer)
    if (!Array.isArray(list)) continue
    setAt(workload.manifest, `${at}/dnsConfig/${place}`, list)
    became(tracker, definition, pointer, [workload.kind, `${at}/dnsConfig/${place}`, list])
  }
}

/** The size of a task is shared out: what no container asks for goes to the first one. */
function size(making: Making): void {
  const cpu = parseCpu(toText(valueAt(making.definition.spec, '/cpu') ?? ''))
  const memory = parseMemory(toText(valueAt(making.definition.spec, '/memory') ?? ''))
  const note = 'Kubernetes sizes containers: the first one asks for what the others leave of the task’s size.'
  const containers = objectsAt(making.definition.spec, '/containerDefinitions')
  const alone = containers.length === 1
  const rest = (all: number, members: readonly string[]) =>
    containers.slice(1).reduce((left, [, one]) => {
      const asked = members.map((member) => one[member]).find((value) => typeof value === 'number')
      return left - (typeof asked === 'number' ? asked : 0)
    }, all)
  const ask = (pointer: string, resource: string, quantity: string | undefined, limited: boolean) => {
    if (quantity === undefined) return
    const place = `${making.pod}/containers/0/resources`
    if (!isObject(valueAt(making.workload.manifest, `${making.pod}/containers/0`))) return
    const requests = `${place}/requests/${resource}`
    setAt(making.workload.manifest, requests, quantity)
    if (limited) setAt(making.workload.manifest, `${place}/limits/${resource}`, quantity)
    became(
      making.tracker,
      making.definition,
      pointer,
      [making.workload.kind, requests, quantity],
      alone ? undefined : note,
    )
  }
  const [cpuLeft, memoryLeft] = [rest(cpu ?? 0, ['cpu']), rest(memory ?? 0, ['memoryReservation', 'memory'])]
  ask('/cpu', 'cpu', cpu !== undefined && cpuLeft > 0 ? cpuQuantity(cpuLeft) : undefined, false)
  // A container may have a limit of its own below that of the task.
  const limited = !isObject(valueAt(making.workload.manifest, `${making.pod}/containers/0/resources/limits`))
  ask(
    '/memory',
    'memory',
    memory !== undefined && memoryLeft > 0 ? memoryQuantity(memoryLeft) : undefined,
    limited,
  )
  keepRequestsBelowLimits(making)
  const place = `${making.pod}/containers/0/resources/requests/ephemeral-storage`
  move(making, making.definition, '/ephemeralStorage/sizeInGiB', place, (gib) =>
    typeof gib === 'number' ? `${gib}Gi` : undefined,
  )
}

/** A request above the limit is refused. */
function keepRequestsBelowLimits({ workload, pod: at, definition }: Making): void {
  const limit = valueAt(definition.spec, '/containerDefinitions/0/memory')
  const requests = `${at}/containers/0/resources/requests/memory`
  const reserved = valueAt(definition.spec, '/containerDefinitions/0/memoryReservation')
  if (typeof limit === 'number' && limit > 0 && valueAt(workload.manifest, requests) !== undefined)
    setAt(
      workload.manifest,
      requests,
      memoryQuantity(typeof reserved === 'number' && reserved > 0 ? reserved : limit),
    )
}

const ARCHITECTURES: Readonly<Record<string, string>> = { X86_64: 'amd64', ARM64: 'arm64' }

function platform(making: Making): void {
  const { definition, tracker, fargate, pod: at } = making
  const system = textAt(definition.spec, '/runtimePlatform/operatingSystemFamily')
  const windows = system?.startsWith('WINDOWS') ?? false
  const architecture = '/runtimePlatform/cpuArchitecture'
  if (fargate && textAt(definition.spec, architecture) === 'ARM64') {
    lost(
      tracker,
      definition,
      architecture,
      'Fargate runs pods on x86-64 only. Build the images for that, or run these pods on Graviton nodes.',
    )
  } else {
    move(making, definition, architecture, `${at}/nodeSelector/kubernetes.io~1arch`, (value) =>
      own(ARCHITECTURES, toText(value)),
    )
  }
  const note = windows && fargate ? 'Fargate runs no Windows pods; they need Windows nodes.' : undefined
  move(
    making,
    definition,
    '/runtimePlatform/operatingSystemFamily',
    `${at}/nodeSelector/kubernetes.io~1os`,
    () => (windows ? 'windows' : 'linux'),
    note,
  )
}

/** What containers share with each other, or with the host. */
function shared(making: Making): void {
  const { definition, tracker, workload, pod: at } = making
  const mode = textAt(definition.spec, '/networkMode')
  const place = `${at}/hostNetwork`
  if (mode === 'host') move(making, definition, '/networkMode', place, () => true)
  else if (mode === 'awsvpc') became(tracker, definition, '/networkMode', [workload.kind, at, 'VPC CNI'])
  else
    lost(
      tracker,
      definition,
      '/networkMode',
      'Every pod has an address of its own in the VPC, as with awsvpc.',
    )
  const pid = textAt(definition.spec, '/pidMode')
  if (pid === 'host') move(making, definition, '/pidMode', `${at}/hostPID`, () => true)
  else move(making, definition, '/pidMode', `${at}/shareProcessNamespace`, () => true)
  if (textAt(definition.spec, '/ipcMode') === 'host')
    move(making, definition, '/ipcMode', `${at}/hostIPC`, () => true)
  else implied(tracker, definition, '/ipcMode')
  implied(tracker, definition, '/requiresCompatibilities')
}

/** A task role becomes that of a service account. */
function identity(making: Making): void {
  const { definition, tracker, name, workload, pod: at } = making
  const role = textAt(definition.spec, '/taskRoleArn')
  if (role === undefined) return
  const annotations = { 'eks.amazonaws.com/role-arn': role }
  const metadata = { ...metadataOf(making, name), annotations }
  const account = object(making, `${name}-account`, 'kubernetes-service-account', {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata,
  })
  setAt(workload.manifest, `${at}/serviceAccountName`, account)
  const note = 'The role has to trust the OIDC provider of the cluster, for this service account.'
  became(
    tracker,
    definition,
    '/taskRoleArn',
    ['ServiceAccount', '/metadata/annotations/eks.amazonaws.com~1role-arn', role],
    note,
  )
}
