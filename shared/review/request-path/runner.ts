/** What answers a request, and what it uses for that, in words: services, their tasks, file systems, tables, queues. */
import { toText } from '../../basics/convert'
import { valueAt } from '../../basics/json'
import { PODS, podIn } from '../../elements/parts/pod'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { service } from '../../elements/service'
import { taskDefinition } from '../../elements/task-definition'
import { capacityName } from '../../figures/forms/launch'
import { type Container, cpuText, memoryText, portText } from '../../figures/forms/task-words'
import { type Graph, incoming, nameOf, outgoing, targetOf } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { frontsOf } from '../../graph/traffic'
import { inWords, say, type Text, term } from '../../texts/text'
import { type PathStep, stepAt } from './step'

/** How the request came: by which lines, and a sentence of it. */
export interface Arrival {
  readonly lines: readonly string[]
  readonly says?: Text
  /** The target group, where it came through one. */
  readonly through?: string
}

/** The steps at a service, a task or a workload, down to the container. */
export function runnerSteps(graph: Graph, id: string, arrival: Arrival): readonly PathStep[] {
  if (graph.element(id)?.kind === 'kubernetes-workload') return [workloadStep(graph, id, arrival)]
  const run = runOf(graph, id)
  const lines = outgoing(graph, id, 'runs').map((line) => line.id)
  return [
    stepAt(graph, id, { lines: arrival.lines, says: [arrival.says, ...runnerWords(graph, id)] }),
    ...(run ? [taskStep(graph, run.taskDefinition, lines, containerOf(graph, id, arrival))] : []),
  ]
}

function runnerWords(graph: Graph, id: string): readonly (Text | undefined)[] {
  const spec = specOf(graph, service, id)
  const capacity = capacityName(graph, id)
  const cluster = targetOf(graph, id, 'in-cluster')
  return [
    spec === undefined
      ? term('It runs to its end, and is not started again.')
      : tasksText(spec.schedulingStrategy === 'DAEMON', spec.desiredCount, capacity),
    cluster === undefined ? undefined : say`It belongs to cluster ${nameOf(graph, cluster)}.`,
    ...incoming(graph, id, 'scales').map(
      ({ from }) => say`${nameOf(graph, from)} changes that number with the load.`,
    ),
  ]
}

function tasksText(daemon: boolean, count: number | undefined, capacity: Text | undefined): Text | undefined {
  if (daemon) return term('It runs one task on each container instance.')
  if (count === undefined) return capacity === undefined ? undefined : say`Its tasks run on ${capacity}.`
  const tasks = count === 1 ? term('one task') : say`${count} tasks`
  return capacity === undefined
    ? say`It keeps ${tasks} running.`
    : say`It keeps ${tasks} running on ${capacity}.`
}

/** The container that the request is for: what the load balancer names, else the first with a port. */
function containerOf(graph: Graph, id: string, { through }: Arrival): number | undefined {
  const fronts = frontsOf(graph, id)
  const front = fronts.find(
    ({ targetGroup, alternate }) => through !== undefined && [targetGroup, alternate].includes(through),
  )
  if (front?.container !== undefined) return front.container
  const containers =
    specOf(graph, taskDefinition, runOf(graph, id)?.taskDefinition)?.containerDefinitions ?? []
  const withPort = containers.findIndex(({ portMappings = [] }) => portMappings.length > 0)
  return withPort >= 0 ? withPort : containers.length > 0 ? 0 : undefined
}

function taskStep(graph: Graph, id: string, lines: readonly string[], chosen: number | undefined): PathStep {
  const { cpu, memory, containerDefinitions: containers = [] } = specOf(graph, taskDefinition, id) ?? {}
  const size = [cpuText(cpu), memoryText(memory)].filter((part) => part !== undefined)
  const container = chosen === undefined ? undefined : containers[chosen]
  const beside = containers.filter((one) => one !== container).flatMap(({ name }) => name ?? [])
  const secrets = containers.reduce((sum, one) => sum + (one.secrets?.length ?? 0), 0)
  return stepAt(graph, id, {
    lines,
    ...(chosen === undefined ? {} : { row: `/containerDefinitions/${chosen}` }),
    says: [
      container && containerWords(container),
      beside.length > 0 &&
        (container
          ? say`Beside it runs ${inWords(beside, 'and')}.`
          : say`It runs ${inWords(beside, 'and')}.`),
      size.length > 0 && say`Each task has ${inWords(size, 'and')}.`,
      secrets > 0 &&
        (secrets === 1
          ? term('One secret is read when it starts.')
          : say`${secrets} secrets are read when it starts.`),
    ],
  })
}

function containerWords({ name, portMappings = [] }: Container): Text {
  const called = name ?? term('without a name')
  return portMappings.length === 0
    ? say`Container ${called} does the work.`
    : say`Container ${called} answers on ${inWords(portMappings.map(portText), 'and')}.`
}

function workloadStep(graph: Graph, id: string, { lines, says }: Arrival): PathStep {
  const manifest = graph.element(id)?.spec ?? {}
  const replicas = valueAt(manifest, '/spec/replicas')
  const containers = objectsAt(manifest, `${podIn(manifest)}/containers`)
  const [first] = containers
  const ports = first
    ? objectsAt(first[1], '/ports').map(([, port]) => `${toText(port.containerPort)}/tcp`)
    : []
  const name = first && textAt(first[1], '/name')
  return stepAt(graph, id, {
    lines,
    ...(first ? { row: `${podIn(manifest)}/containers/${first[0]}` } : {}),
    says: [
      says,
      typeof replicas === 'number' &&
        (replicas === 1 ? term('It keeps one pod running.') : say`It keeps ${replicas} pods running.`),
      ...incoming(graph, id, 'scales').map(
        ({ from }) => say`${nameOf(graph, from)} changes that number with the load.`,
      ),
      name !== undefined &&
        (ports.length > 0
          ? say`Container ${name} answers on ${inWords(ports, 'and')}.`
          : say`Container ${name} does the work.`),
    ],
  })
}

/** The file systems that tasks or pods mount, each a step. */
export function mountSteps(graph: Graph, runner: string): readonly PathStep[] {
  return holdersOf(graph, runner).flatMap((holder) =>
    outgoing(graph, holder, 'mounts').map(({ id: line, to, pointer = '' }) => {
      const behind = backing(graph, to)
      const [last = { id: to, line }] = behind.slice(-1)
      return stepAt(graph, last.id, {
        key: `${holder}>${line}`,
        with: last.id === to ? [] : [to, ...behind.slice(0, -1).map(({ id }) => id)],
        lines: [line, ...behind.map((one) => one.line)],
        says: [
          ...mountWords(graph, holder, pointer),
          last.id === to ? undefined : say`The volume claim ${nameOf(graph, to)} is kept there.`,
        ],
      })
    }),
  )
}

/** What a claim is backed by, down to the file system. */
function backing(graph: Graph, id: string): readonly { readonly id: string; readonly line: string }[] {
  const found: { id: string; line: string }[] = []
  for (let at: string | undefined = id; at !== undefined && found.length < MOST_BACKING; ) {
    const [next] = outgoing(graph, at, 'backed-by')
    if (next) found.push({ id: next.to, line: next.id })
    at = next?.to
  }
  return found
}

const MOST_BACKING = 3

/** Who mounts a volume, and where. */
function mountWords(graph: Graph, holder: string, pointer: string): readonly (Text | undefined)[] {
  const spec = graph.element(holder)?.spec ?? {}
  const list = /^(.*\/volumes\/\d+)\//.exec(pointer)?.[1]
  const volume = list === undefined ? undefined : textAt(spec, `${list}/name`)
  if (volume === undefined) return [say`${nameOf(graph, holder)} keeps its data there.`]
  const pod = PODS.find((at) => list?.startsWith(`${at}/volumes`))
  const containers =
    pod === undefined ? objectsAt(spec, '/containerDefinitions') : objectsAt(spec, `${pod}/containers`)
  const mounts = containers.flatMap(([, container]) => {
    const points =
      pod === undefined ? objectsAt(container, '/mountPoints') : objectsAt(container, '/volumeMounts')
    return points.flatMap(([, point]) => {
      if ((point.sourceVolume ?? point.name) !== volume) return []
      const name = textAt(container, '/name') ?? term('without a name')
      const path = textAt(point, '/containerPath') ?? textAt(point, '/mountPath') ?? '?'
      return point.readOnly === true
        ? [say`Container ${name} mounts it at ${path}, for reading only.`]
        : [say`Container ${name} mounts it at ${path}.`]
    })
  })
  return mounts.length > 0 ? mounts : [say`It is volume ${volume}, which no container mounts.`]
}

/** The runner and its task definition: lines of either are the runner's. */
export function holdersOf(graph: Graph, runner: string): readonly string[] {
  const definition = runOf(graph, runner)?.taskDefinition
  return definition === undefined ? [runner] : [runner, definition]
}
