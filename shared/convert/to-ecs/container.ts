/** A container of a pod as a container definition. */
import { toText } from '../../basics/convert'
import { isObject, setAt, valueAt } from '../../basics/json'
import { quote } from '../../basics/quote'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { say, type Text, term } from '../../texts/text'
import { became, implied, lost } from '../conversion'
import { cpuUnits, mebibytes } from '../quantities'
import { environment } from './environment'
import { DEFINITION, type Making, move } from './making'

const SAME: readonly (readonly [member: string, place: string, change?: (value: unknown) => unknown])[] = [
  ['name', 'name'],
  ['image', 'image'],
  ['command', 'entryPoint'],
  ['args', 'command'],
  ['workingDir', 'workingDirectory'],
  ['stdin', 'interactive'],
  ['tty', 'pseudoTerminal'],
  ['securityContext/privileged', 'privileged'],
  ['securityContext/readOnlyRootFilesystem', 'readonlyRootFilesystem'],
  ['securityContext/capabilities/add', 'linuxParameters/capabilities/add'],
  ['securityContext/capabilities/drop', 'linuxParameters/capabilities/drop'],
  ['resources/requests/cpu', 'cpu', cpuUnits],
  ['resources/limits/memory', 'memory', mebibytes],
]

const LOST: Readonly<Record<string, Text>> = {
  imagePullPolicy:
    'ECS pulls the image for every task; on EC2 the agent’s setting ECS_IMAGE_PULL_BEHAVIOR says when.',
  'resources/limits/cpu': 'The size of the task limits its CPU.',
  'resources/requests/memory': 'The hard limit is reserved already.',
  'securityContext/allowPrivilegeEscalation':
    'Set no-new-privileges as a Docker security option, on EC2 only.',
  'securityContext/runAsNonRoot': 'Name a user in the container definition.',
  lifecycle: 'ECS has no hooks in containers. Let the entry point do it, or handle SIGTERM.',
  volumeDevices: 'Tasks have no raw block devices.',
  ports: 'A port needs a number.',
}

/** Writes a container of the pod, from `/spec/…/containers/<i>`, as the next container definition. */
export function container(making: Making, from: string, index: number, init: boolean): void {
  const { tracker, workload, definition } = making
  const at = `/containerDefinitions/${index}`
  setAt(definition.spec, at, {})
  for (const [member, place, change] of SAME)
    move(making, workload, `${from}/${member}`, `${at}/${place}`, change)
  setAt(definition.spec, `${at}/essential`, !init)
  reservation(making, from, at)
  user(making, from, at)
  environment(making, from, at)
  ports(making, from, at)
  health(making, from, at)
  mounts(making, from, at)
  graphics(making, from, at)
  for (const [member, note] of Object.entries(LOST)) lostUnlessTold(making, `${from}/${member}`, note)
  lost(
    tracker,
    workload,
    `${from}/readinessProbe`,
    'A target group checks whether tasks take requests; without one, nothing does.',
  )
}

function lostUnlessTold({ tracker, workload }: Making, pointer: string, note: Text): void {
  const told = tracker.told.get(workload.element) ?? new Set()
  const known = [...told].some((one) => one === pointer || one.startsWith(`${pointer}/`))
  if (!known) lost(tracker, workload, pointer, note)
}

/** A soft limit says something only below the hard one. */
function reservation(making: Making, from: string, at: string): void {
  const { workload } = making
  const hard = mebibytes(valueAt(workload.spec, `${from}/resources/limits/memory`))
  move(making, workload, `${from}/resources/requests/memory`, `${at}/memoryReservation`, (value) => {
    const soft = mebibytes(value)
    return soft === undefined || (hard !== undefined && soft >= hard) ? undefined : soft
  })
  if (hard !== undefined && mebibytes(valueAt(workload.spec, `${from}/resources/requests/memory`)) === hard)
    implied(making.tracker, workload, `${from}/resources/requests/memory`)
}

function user({ workload, tracker, definition }: Making, from: string, at: string): void {
  const context = `${from}/securityContext`
  const [id, group] = [
    valueAt(workload.spec, `${context}/runAsUser`),
    valueAt(workload.spec, `${context}/runAsGroup`),
  ]
  if (typeof id !== 'number') return
  const written = typeof group === 'number' ? `${id}:${group}` : `${id}`
  setAt(definition.spec, `${at}/user`, written)
  for (const member of ['runAsUser', 'runAsGroup'])
    became(tracker, workload, `${context}/${member}`, [DEFINITION, `${at}/user`, written])
}

function ports({ workload, tracker, definition, fargate }: Making, from: string, at: string): void {
  for (const [index, { containerPort, protocol, name, hostPort }] of objectsAt(
    workload.spec,
    `${from}/ports`,
  )) {
    if (typeof containerPort !== 'number') continue
    const mapping = {
      ...(typeof name === 'string' ? { name } : {}),
      containerPort,
      ...(protocol === 'UDP' ? { protocol: 'udp' } : { protocol: 'tcp' }),
      ...(typeof hostPort === 'number' && !fargate ? { hostPort } : {}),
    }
    setAt(definition.spec, `${at}/portMappings/-`, mapping)
    const place = `${from}/ports/${index}`
    for (const member of ['containerPort', 'name'])
      became(tracker, workload, `${place}/${member}`, [DEFINITION, `${at}/portMappings`, mapping])
    if (protocol === 'SCTP') lost(tracker, workload, `${place}/protocol`, 'ECS knows TCP and UDP only.')
    else became(tracker, workload, `${place}/protocol`, [DEFINITION, `${at}/portMappings`, mapping])
    if (fargate) lost(tracker, workload, `${place}/hostPort`, 'A task on Fargate has no ports of a host.')
    else became(tracker, workload, `${place}/hostPort`, [DEFINITION, `${at}/portMappings`, mapping])
  }
}

/** Only commands are run in containers; requests by HTTP are made by one. */
function health(making: Making, from: string, at: string): void {
  const { workload, tracker, definition } = making
  const probe = valueAt(workload.spec, `${from}/livenessProbe`)
  if (!isObject(probe)) return
  const exec = valueAt(probe, '/exec/command')
  const path = textAt(probe, '/httpGet/path') ?? '/'
  const port = portNumber(making, from, valueAt(probe, '/httpGet/port'))
  const asked = port === undefined ? undefined : `curl -fsS http://localhost:${port}${path} || exit 1`
  const command = Array.isArray(exec)
    ? commandOf(exec.map(toText))
    : asked === undefined
      ? undefined
      : ['CMD-SHELL', asked]
  if (command === undefined) {
    lost(tracker, workload, `${from}/livenessProbe`, 'ECS checks by a command in the container only.')
    return
  }
  const number = (member: string, otherwise: number, least: number, most: number) => {
    const value = probe[member]
    return Math.min(most, Math.max(least, typeof value === 'number' ? value : otherwise))
  }
  const start = startPeriod(workload.spec, from, probe)
  const check = {
    command,
    interval: number('periodSeconds', 10, 5, 300),
    timeout: number('timeoutSeconds', 1, 2, 60),
    retries: number('failureThreshold', 3, 1, 10),
    ...(start > 0 ? { startPeriod: Math.min(start, 300) } : {}),
  }
  setAt(definition.spec, `${at}/healthCheck`, check)
  const note = Array.isArray(exec)
    ? term('A failed check replaces the whole task; Kubernetes would restart this container.')
    : say`The image has to hold ${quote('curl')}. A failed check replaces the whole task; Kubernetes would restart this container.`
  became(tracker, workload, `${from}/livenessProbe`, [DEFINITION, `${at}/healthCheck`, check], note)
  became(
    tracker,
    workload,
    `${from}/startupProbe`,
    [DEFINITION, `${at}/healthCheck/startPeriod`, check.startPeriod],
    'ECS does not end the wait before the time is over.',
  )
}

function commandOf(words: readonly string[]): readonly string[] {
  const shell = /(?:^|\/)(?:ba|a|da)?sh$/.test(words[0] ?? '') && words[1] === '-c' && words.length === 3
  return shell ? ['CMD-SHELL', words[2] as string] : ['CMD', ...words]
}

function portNumber({ workload }: Making, from: string, port: unknown): number | undefined {
  if (typeof port === 'number') return port
  const named = objectsAt(workload.spec, `${from}/ports`).find(([, { name }]) => name === port)?.[1]
    .containerPort
  return typeof named === 'number' ? named : undefined
}

function startPeriod(spec: object, from: string, probe: Readonly<Record<string, unknown>>): number {
  const startup = valueAt(spec, `${from}/startupProbe`)
  const wait = typeof probe.initialDelaySeconds === 'number' ? probe.initialDelaySeconds : 0
  if (!isObject(startup)) return wait
  const [period, failures] = [startup.periodSeconds ?? 10, startup.failureThreshold ?? 3]
  return wait + (typeof period === 'number' && typeof failures === 'number' ? period * failures : 0)
}

function mounts({ workload, tracker, definition }: Making, from: string, at: string): void {
  for (const [index, { name, mountPath, readOnly, subPath }] of objectsAt(
    workload.spec,
    `${from}/volumeMounts`,
  )) {
    const there = objectsAt(definition.spec, '/volumes').some(([, volume]) => volume.name === name)
    const place = `${from}/volumeMounts/${index}`
    if (typeof name !== 'string' || typeof mountPath !== 'string' || !there) {
      lost(tracker, workload, place, 'What it mounts is not in the task.')
      continue
    }
    const point = { sourceVolume: name, containerPath: mountPath, ...(readOnly === true ? { readOnly } : {}) }
    setAt(definition.spec, `${at}/mountPoints/-`, point)
    for (const member of ['name', 'mountPath', 'readOnly'])
      became(tracker, workload, `${place}/${member}`, [DEFINITION, `${at}/mountPoints`, point])
    if (subPath !== undefined)
      lost(
        tracker,
        workload,
        `${place}/subPath`,
        'ECS mounts whole volumes; give the volume this root directory.',
      )
  }
}

function graphics({ workload, tracker, definition }: Making, from: string, at: string): void {
  for (const list of ['limits', 'requests']) {
    const pointer = `${from}/resources/${list}/nvidia.com~1gpu`
    const count = valueAt(workload.spec, pointer)
    if (count === undefined) continue
    const requirement = { type: 'GPU', value: toText(count) }
    setAt(definition.spec, `${at}/resourceRequirements`, [requirement])
    became(tracker, workload, pointer, [DEFINITION, `${at}/resourceRequirements`, requirement])
  }
}
