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
import { runningOf } from '../task-time'
import { bySpot, isAny } from '../tasks'

/**
 * Fargate bills each task for its vCPUs and memory, by the second, however many containers it has.
 * https://aws.amazon.com/fargate/pricing/
 */
export const fargate = defineCost({
  id: 'fargate',
  on: [service.kind, task.kind],
  charges(context) {
    const { graph, id } = context
    const run = runOf(graph, id)
    if (run?.launch !== 'FARGATE') return []
    const size = sizeOf(context, run.taskDefinition)
    const running = runningOf(context)
    if (!size || !running) return []
    const { plain, spot } = bySpot(graph, id, running.count)
    const time: readonly Quantity[] = [...running.runs, { amount: running.hours, unit: 'h' }]
    return [
      ...(isAny(plain) ? chargesFor(size, false, [{ ...plain, unit: 'task' }, ...time]) : []),
      ...(isAny(spot) ? chargesFor(size, true, [{ ...spot, unit: 'spotTask' }, ...time]) : []),
    ]
  },
})

interface Size {
  readonly vcpus: number
  readonly gb: number
  /** GiB above what is included. */
  readonly storage: number
  readonly machine: 'linux-x86' | 'linux-arm' | 'windows'
}

function sizeOf({ graph, id, lacks }: CostContext, definition: string): Size | undefined {
  const spec = specOf(graph, taskDefinition, definition)
  const { cpu, memory, ephemeralStorage: storage } = specOf(graph, task, id)?.overrides ?? {}
  const own = { ...(cpu ? { cpu } : {}), ...(memory ? { memory } : {}) }
  const reserved = spec ? reservedBy({ ...spec, ...own }) : undefined
  if (!reserved?.cpu || !reserved.memory) {
    lacks(say`The size of its tasks is not said.`)
    return undefined
  }
  const gib = (storage ?? spec?.ephemeralStorage)?.sizeInGiB ?? 0
  const { operatingSystemFamily, cpuArchitecture } = spec?.runtimePlatform ?? {}
  const linux = cpuArchitecture === 'ARM64' ? 'linux-arm' : 'linux-x86'
  return {
    vcpus: reserved.cpu / UNITS_PER_VCPU,
    gb: reserved.memory / MIB_PER_GB,
    storage: Math.max(0, gib - ephemeralStorage.included),
    machine: systemOf(operatingSystemFamily) === 'WINDOWS' ? 'windows' : linux,
  }
}

function chargesFor(
  { vcpus, gb, storage, machine }: Size,
  isSpot: boolean,
  times: Charge['times'],
): readonly Charge[] {
  const key = `fargate${isSpot ? '-spot' : ''}-${machine}`
  const licence: readonly Part[] =
    machine === 'windows' ? [{ amount: vcpus, unit: 'licence', price: 'fargate-windows-licence' }] : []
  const compute: Charge = {
    title: titles[machine][isSpot ? 'spot' : 'plain'],
    times,
    of: [
      { amount: vcpus, unit: 'vcpu', price: `${key}-vcpu` },
      ...licence,
      { amount: gb, unit: 'gb', price: `${key}-gb` },
    ],
  }
  if (storage === 0) return [compute]
  const of: readonly Part[] = [{ amount: storage, unit: 'gib', price: 'fargate-storage-gb' }]
  return [compute, { title: term('Ephemeral storage above 20 GiB'), times, of }]
}

const titles: Readonly<Record<Size['machine'], Readonly<Record<'plain' | 'spot', Text>>>> = {
  'linux-x86': { plain: term('Fargate tasks'), spot: term('Fargate Spot tasks') },
  'linux-arm': { plain: term('Fargate tasks on ARM64'), spot: term('Fargate Spot tasks on ARM64') },
  windows: { plain: term('Fargate tasks on Windows'), spot: term('Fargate Spot tasks on Windows') },
}
