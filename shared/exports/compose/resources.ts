/** Sizes and limits: a container's own, and the task's where it has only one container. */
import { parseCpu, parseMemory, UNITS_PER_VCPU } from '../../aws/facts/task-size'
import { toText } from '../../basics/convert'
import { own } from '../../basics/own'
import type { Members } from './members'
import { compact } from './writing'

export interface TaskSize {
  /** vCPUs. */
  readonly cpus?: string | undefined
  /** MiB. */
  readonly memory?: number | undefined
}

/** What the whole task may use; nothing where the text is no size. */
export function taskSize(definition: Members): TaskSize {
  const cpu = parseCpu(toText(definition.number('cpu') ?? definition.text('cpu') ?? ''))
  const memory = parseMemory(toText(definition.number('memory') ?? definition.text('memory') ?? ''))
  return { cpus: cpu === undefined || cpu === 0 ? undefined : toText(cpu / UNITS_PER_VCPU), memory }
}

/** `deploy.resources`. `task`: the limits of the whole task, where the container has them for itself. */
export function resourcesOf(container: Members, task: TaskSize): object | undefined {
  const cpu = container.number('cpu')
  const memory = container.number('memory') ?? task.memory
  const reserved = container.number('memoryReservation')
  const gpus = container
    .items('resourceRequirements')
    .filter((item) => item.text('type') === 'GPU')
    .map((item) => item.number('value'))[0]
  const resources = compact({
    limits: compact({ cpus: task.cpus, memory: memory === undefined ? undefined : `${memory}m` }),
    reservations: compact({
      cpus: cpu === undefined || cpu === 0 ? undefined : toText(cpu / UNITS_PER_VCPU),
      memory: reserved === undefined ? undefined : `${reserved}m`,
      devices: gpus === undefined ? [] : [{ driver: 'nvidia', count: gpus, capabilities: ['gpu'] }],
    }),
  })
  return Object.keys(resources).length === 0 ? undefined : { resources }
}

/** `ulimits`, with the names as they are. */
export function ulimitsOf(container: Members): object {
  return Object.fromEntries(
    container.items('ulimits').flatMap((limit) => {
      const name = limit.text('name')
      const [soft, hard] = [limit.number('softLimit'), limit.number('hardLimit')]
      const both = { soft: soft ?? hard, hard: hard ?? soft }
      return name === undefined || both.soft === undefined ? [] : [[name, both]]
    }),
  )
}

/** Swap as Docker counts it: together with the memory. */
export function swapOf(container: Members, linux: Members): object {
  const memory = container.number('memory')
  const swap = memory === undefined ? undefined : linux.number('maxSwap')
  return {
    memswap_limit: memory === undefined || swap === undefined ? undefined : `${memory + swap}m`,
    mem_swappiness: linux.number('swappiness'),
  }
}

const PERMISSIONS: Readonly<Record<string, string>> = { read: 'r', write: 'w', mknod: 'm' }

/** `devices`: `/dev/fuse:/dev/fuse:rwm`. */
export function devicesOf(linux: Members, text: (text: string) => string): readonly string[] {
  return linux.items('devices').flatMap((device) => {
    const host = device.text('hostPath')
    if (host === undefined) return []
    const path = device.text('containerPath') ?? host
    const permissions = device
      .texts('permissions')
      .map((word) => own(PERMISSIONS, word) ?? '')
      .join('')
    return [text(`${host}:${path}`) + (permissions === '' ? '' : `:${permissions}`)]
  })
}
