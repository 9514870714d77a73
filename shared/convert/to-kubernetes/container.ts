/** A container definition as a container of a pod. */
import { toNumber, toText } from '../../basics/convert'
import { isObject, setAt, valueAt } from '../../basics/json'
import { quote } from '../../basics/quote'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { say, type Text } from '../../texts/text'
import { became, implied, lost } from '../conversion'
import { cpuQuantity, memoryQuantity } from '../quantities'
import { type Change, labelFrom, type Making, move } from './making'
import { secretKey } from './secrets'

/** Members that mean the same, with where they go. */
const SAME: readonly (readonly [member: string, place: string, change?: Change])[] = [
  ['image', 'image'],
  ['entryPoint', 'command'],
  ['command', 'args'],
  ['workingDirectory', 'workingDir'],
  ['interactive', 'stdin'],
  ['pseudoTerminal', 'tty'],
  ['privileged', 'securityContext/privileged'],
  ['readonlyRootFilesystem', 'securityContext/readOnlyRootFilesystem'],
  ['linuxParameters/capabilities/add', 'securityContext/capabilities/add'],
  ['linuxParameters/capabilities/drop', 'securityContext/capabilities/drop'],
  ['cpu', 'resources/requests/cpu', (units) => (isCount(units) ? cpuQuantity(units) : undefined)],
  [
    'memoryReservation',
    'resources/requests/memory',
    (size) => (isCount(size) ? memoryQuantity(size) : undefined),
  ],
  ['memory', 'resources/limits/memory', (size) => (isCount(size) ? memoryQuantity(size) : undefined)],
]

/** Members without a counterpart, and what to do instead. */
const LOST: Readonly<Record<string, Text>> = {
  logConfiguration:
    'Kubernetes keeps what containers print. The Amazon CloudWatch Observability add-on sends it to CloudWatch Logs; on Fargate the ConfigMap aws-logging does.',
  firelensConfiguration: 'Fluent Bit runs once on every node there, not beside each task.',
  environmentFiles: 'Pods read no files from S3 as variables. Put them into a ConfigMap.',
  repositoryCredentials:
    'Make a Secret of type kubernetes.io/dockerconfigjson and name it under imagePullSecrets.',
  ulimits: 'Limits of processes are those of the node. Set them in the container’s entry point.',
  dockerLabels: 'Containers have no labels there. Put those that are needed on the pod.',
  dockerSecurityOptions: 'Use seccompProfile and seLinuxOptions of the security context.',
  restartPolicy: 'The kubelet restarts every container of such pods.',
  startTimeout: 'A startup probe says how long a start may take.',
  volumesFrom: 'Mount the same volumes in both containers.',
  links: 'Containers of a pod reach each other by localhost.',
  hostname: 'Pods are called by their own names.',
  systemControls: 'Set them as sysctls of the pod; the nodes must allow the unsafe ones.',
  credentialSpecs: 'Windows pods name a gMSA credential spec of the cluster.',
  'linuxParameters/initProcessEnabled': 'Use an image with an init process, such as tini.',
  'linuxParameters/devices': 'Devices need a device plugin on the nodes.',
  'linuxParameters/maxSwap': 'Swap is a setting of the nodes.',
  'linuxParameters/swappiness': 'Swap is a setting of the nodes.',
  disableNetworking: 'Use a NetworkPolicy that lets nothing through.',
  versionConsistency: 'Kubernetes does not resolve tags. Name the image by its digest.',
}

/** Writes the container at `/containerDefinitions/<index>` to a place in the pod. */
export function container(making: Making, index: number, place: string, init: boolean): void {
  const { definition, graph, tracker, workload } = making
  const at = `/containerDefinitions/${index}`
  move(making, definition, `${at}/name`, `${place}/name`, (name) =>
    labelFrom(graph, name, `container-${index + 1}`),
  )
  if (textAt(workload.manifest, `${place}/name`) === undefined)
    setAt(workload.manifest, `${place}/name`, `container-${index + 1}`)
  for (const [member, target, change] of SAME)
    move(making, definition, `${at}/${member}`, `${place}/${target}`, change)
  // Zero stands for none.
  implied(
    tracker,
    definition,
    `${at}/essential`,
    ...(valueAt(definition.spec, `${at}/cpu`) === 0 ? [`${at}/cpu`] : []),
  )
  if (valueAt(definition.spec, `${at}/essential`) === false && !init) {
    lost(
      tracker,
      definition,
      `${at}/essential`,
      'A pod has no containers that it can do without: each is restarted when it stops.',
    )
  }
  environment(making, at, place)
  ports(making, at, place)
  user(making, at, place)
  health(making, at, place)
  mounts(making, at, place)
  memoryFiles(making, at, place)
  graphics(making, at, place)
  for (const [member, note] of Object.entries(LOST)) lost(tracker, definition, `${at}/${member}`, note)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

function environment(making: Making, at: string, place: string): void {
  const { definition, tracker, workload } = making
  const plain = objectsAt(definition.spec, `${at}/environment`)
    .filter(([, { name }]) => typeof name === 'string' && name !== '')
    .map(
      ([index, { name, value }]) => [index, { name, value: typeof value === 'string' ? value : '' }] as const,
    )
  for (const [index, variable] of plain) {
    setAt(workload.manifest, `${place}/env/-`, variable)
    became(tracker, definition, `${at}/environment/${index}`, [workload.kind, `${place}/env`, variable])
  }
  for (const [index, { name, valueFrom }] of objectsAt(definition.spec, `${at}/secrets`)) {
    if (typeof name !== 'string' || typeof valueFrom !== 'string') continue
    const secretKeyRef = secretKey(making, name)
    const variable = { name, valueFrom: { secretKeyRef } }
    setAt(workload.manifest, `${place}/env/-`, variable)
    const note = say`The value comes from a Secret of the cluster. External Secrets, or the Secrets Store CSI driver, fills its key ${quote(secretKeyRef.key)} from where ECS reads it.`
    became(tracker, definition, `${at}/secrets/${index}`, [workload.kind, `${place}/env`, variable], note)
  }
}

function ports(making: Making, at: string, place: string): void {
  const { definition, tracker, workload } = making
  const names = new Set<string>()
  for (const [index, mapping] of objectsAt(definition.spec, `${at}/portMappings`)) {
    const { containerPort, hostPort, protocol, name } = mapping
    if (!isCount(containerPort)) continue
    const label =
      typeof name === 'string' ? labelFrom(making.graph, name, '').slice(0, 15).replace(/-$/, '') : ''
    const port = {
      ...(label === '' || names.has(label) ? {} : { name: label }),
      containerPort,
      ...(protocol === 'udp' ? { protocol: 'UDP' } : {}),
    }
    names.add(label)
    setAt(workload.manifest, `${place}/ports/-`, port)
    const from = `${at}/portMappings/${index}`
    for (const member of ['containerPort', 'protocol', 'name'])
      became(tracker, definition, `${from}/${member}`, [workload.kind, `${place}/ports`, port])
    if (hostPort === containerPort || hostPort === 0) implied(tracker, definition, `${from}/hostPort`)
    else
      lost(
        tracker,
        definition,
        `${from}/hostPort`,
        'Ports of the node are for pods that need them; a Service gives others a way in.',
      )
    lost(tracker, definition, `${from}/appProtocol`, 'The Service says it for each of its ports.')
  }
}

/** Kubernetes takes numbers only. */
function user(making: Making, at: string, place: string): void {
  const text = textAt(making.definition.spec, `${at}/user`)
  const ids = /^(\d+)(?::(\d+))?$/.exec(text ?? '')
  if (ids) {
    const group = ids[2] === undefined ? {} : { runAsGroup: toNumber(ids[2]) }
    for (const [key, value] of Object.entries({ runAsUser: toNumber(ids[1]), ...group }))
      setAt(making.workload.manifest, `${place}/securityContext/${key}`, value)
    became(making.tracker, making.definition, `${at}/user`, [
      making.workload.kind,
      `${place}/securityContext/runAsUser`,
      toNumber(ids[1]),
    ])
  } else
    lost(
      making.tracker,
      making.definition,
      `${at}/user`,
      'Kubernetes takes users by number. Set runAsUser to the number that the image gives this user.',
    )
}

function health(making: Making, at: string, place: string): void {
  const { definition, tracker, workload } = making
  const check = valueAt(definition.spec, `${at}/healthCheck`)
  const [how, ...words] = isObject(check) && Array.isArray(check.command) ? check.command.map(toText) : []
  if (!isObject(check) || how === undefined) return
  if (how === 'NONE') {
    implied(tracker, definition, `${at}/healthCheck`)
    return
  }
  const command =
    how === 'CMD-SHELL' ? ['sh', '-c', words.join(' ')] : how === 'CMD' ? words : [how, ...words]
  const probe = {
    exec: { command },
    ...(isCount(check.startPeriod) ? { initialDelaySeconds: check.startPeriod } : {}),
    periodSeconds: isCount(check.interval) ? check.interval : 30,
    timeoutSeconds: isCount(check.timeout) ? check.timeout : 5,
    failureThreshold: isCount(check.retries) ? check.retries : 3,
  }
  setAt(workload.manifest, `${place}/livenessProbe`, probe)
  const note = 'A failed check restarts this container; ECS would replace the whole task.'
  became(tracker, definition, `${at}/healthCheck`, [workload.kind, `${place}/livenessProbe`, probe], note)
}

function mounts(making: Making, at: string, place: string): void {
  const { definition, tracker, workload, graph } = making
  for (const [index, { sourceVolume, containerPath, readOnly }] of objectsAt(
    definition.spec,
    `${at}/mountPoints`,
  )) {
    if (typeof sourceVolume !== 'string' || typeof containerPath !== 'string') continue
    const mount = {
      name: labelFrom(graph, sourceVolume, 'volume'),
      mountPath: containerPath,
      ...(readOnly === true ? { readOnly } : {}),
    }
    setAt(workload.manifest, `${place}/volumeMounts/-`, mount)
    became(tracker, definition, `${at}/mountPoints/${index}`, [workload.kind, `${place}/volumeMounts`, mount])
  }
}

/** Memory that is a folder: shared memory and tmpfs. */
function memoryFiles(making: Making, at: string, place: string): void {
  const { definition, tracker, workload, pod } = making
  const add = (pointer: string, name: string, mountPath: string, size: unknown) => {
    const emptyDir = { medium: 'Memory', ...(isCount(size) ? { sizeLimit: memoryQuantity(size) } : {}) }
    setAt(workload.manifest, `${pod}/volumes/-`, { name, emptyDir })
    setAt(workload.manifest, `${place}/volumeMounts/-`, { name, mountPath })
    became(tracker, definition, pointer, [workload.kind, `${pod}/volumes`, { name, emptyDir }])
  }
  const of = place
    .slice(pod.length + 1)
    .replaceAll('/', '-')
    .toLowerCase()
  const shared = valueAt(definition.spec, `${at}/linuxParameters/sharedMemorySize`)
  if (isCount(shared)) add(`${at}/linuxParameters/sharedMemorySize`, `shm-${of}`, '/dev/shm', shared)
  for (const [index, { containerPath, size }] of objectsAt(definition.spec, `${at}/linuxParameters/tmpfs`)) {
    if (typeof containerPath === 'string')
      add(`${at}/linuxParameters/tmpfs/${index}`, `tmpfs-${of}-${index}`, containerPath, size)
  }
}

function graphics(making: Making, at: string, place: string): void {
  const { definition, tracker, workload } = making
  for (const [index, { type, value }] of objectsAt(definition.spec, `${at}/resourceRequirements`)) {
    const from = `${at}/resourceRequirements/${index}`
    if (type === 'GPU' && /^\d+$/.test(toText(value))) {
      setAt(workload.manifest, `${place}/resources/limits/nvidia.com~1gpu`, toNumber(value))
      became(tracker, definition, from, [
        workload.kind,
        `${place}/resources/limits/nvidia.com~1gpu`,
        toNumber(value),
      ])
    } else lost(tracker, definition, from, 'Devices need a device plugin on the nodes.')
  }
}
