import { systemOf } from '../../aws/facts/fargate-sizes'
import { ephemeralStorage } from '../../aws/facts/task-limits'
import { MIB_PER_GB, UNITS_PER_VCPU } from '../../aws/facts/task-size'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { taskDefinition } from '../../elements/task-definition'
import { reservedBy } from '../../graph/reserved'
import { runOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { say, type Text, term } from '../../texts/text'
import type { Charge, Part, Quantity } from '../charge'
import { type CostContext, defineCost } from '../cost'
import { hoursOf } from '../inputs'
import { asQuantity, bySpot, type Count, isAny, tasksOf } from '../tasks'

/**
 * Fargate bills each task for its vCPUs and memory, by the second with a minute at least, however many containers it
 * has. https://aws.amazon.com/fargate/pricing/
 */
export const fargate = defineCost({
  id: 'fargate',
  on: [service.kind, task.kind],
  charges(context) {
    const { graph, id, element } = context
    const run = runOf(graph, id)
    if (run?.launch !== 'FARGATE') return []
    const size = sizeOf(context, run.taskDefinition)
    const isOnce = element.kind === task.kind
    const count = isOnce ? { amount: specOf(graph, task, id)?.count ?? 1 } : tasksOf(context)
    const time = isOnce ? runsOf(context) : [{ amount: hoursOf(context), unit: 'h' as const }]
    if (!size || !count || !time) return []
    const { plain, spot } = bySpot(graph, id, count)
    return [
      ...chargesFor(size, plain, 'task', time),
      ...chargesFor({ ...size, isSpot: true }, spot, 'spotTask', time),
    ]
  },
})

interface Size {
  readonly vcpus: number
  readonly gb: number
  /** GiB above what is included. */
  readonly storage: number
  readonly machine: 'linux-x86' | 'linux-arm' | 'windows'
  readonly isSpot: boolean
}

function sizeOf({ graph, id, lacks }: CostContext, definition: string): Size | undefined {
  const spec = specOf(graph, taskDefinition, definition)
  const once = specOf(graph, task, id)?.overrides
  const { cpu, memory } = spec
    ? reservedBy({ ...spec, ...withText({ cpu: once?.cpu, memory: once?.memory }) })
    : {}
  if (!cpu || !memory) {
    lacks(say`The size of its tasks is not said.`)
    return undefined
  }
  const gib = (once?.ephemeralStorage ?? spec?.ephemeralStorage)?.sizeInGiB ?? 0
  const { operatingSystemFamily, cpuArchitecture } = spec?.runtimePlatform ?? {}
  const linux = cpuArchitecture === 'ARM64' ? 'linux-arm' : 'linux-x86'
  return {
    vcpus: cpu / UNITS_PER_VCPU,
    gb: memory / MIB_PER_GB,
    storage: Math.max(0, gib - ephemeralStorage.included),
    machine: systemOf(operatingSystemFamily) === 'WINDOWS' ? 'windows' : linux,
    isSpot: false,
  }
}

function withText(members: Readonly<Record<'cpu' | 'memory', string | undefined>>) {
  return Object.fromEntries(Object.entries(members).filter(([, text]) => text))
}

/** A run is billed for a minute at least. */
function runsOf({ need }: CostContext): readonly Quantity[] | undefined {
  const runs = need({ name: 'runs', label: term('Runs a month') })
  const minutes = need({ name: 'minutes', label: term('Minutes a run') })
  if (runs === undefined || minutes === undefined) return undefined
  return [
    { amount: runs, unit: 'run' },
    { amount: Math.max(1, minutes) / 60, unit: 'h' },
  ]
}

function chargesFor(
  { vcpus, gb, storage, machine, isSpot }: Size,
  count: Count,
  unit: 'task' | 'spotTask',
  time: readonly Quantity[],
): Charge[] {
  if (!isAny(count)) return []
  const times = [asQuantity(count, unit), ...time]
  const key = `fargate${isSpot ? '-spot' : ''}-${machine}`
  const licence: Part[] =
    machine === 'windows' ? [{ amount: vcpus, unit: 'licence', price: 'fargate-windows-licence' }] : []
  const compute: Charge = {
    title: titles[machine][isSpot ? 1 : 0],
    times,
    of: [
      { amount: vcpus, unit: 'vcpu', price: `${key}-vcpu` },
      ...licence,
      { amount: gb, unit: 'gb', price: `${key}-gb` },
    ],
  }
  if (storage === 0) return [compute]
  const of: Part[] = [{ amount: storage, unit: 'gib', price: 'fargate-storage-gb' }]
  return [compute, { title: term('Ephemeral storage above 20 GiB'), times, of }]
}

const titles: Readonly<Record<Size['machine'], readonly [Text, Text]>> = {
  'linux-x86': [term('Fargate tasks'), term('Fargate Spot tasks')],
  'linux-arm': [term('Fargate tasks on ARM64'), term('Fargate Spot tasks on ARM64')],
  windows: [term('Fargate tasks on Windows'), term('Fargate Spot tasks on Windows')],
}
