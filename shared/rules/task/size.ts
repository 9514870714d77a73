/** The size of a task as its definition writes it. */
import { type OperatingSystem, sizeThatHolds } from '../../aws/facts/fargate-sizes'
import { parseCpu, parseMemory, vcpus } from '../../aws/facts/task-size'
import { toText } from '../../basics/convert'
import type { Element } from '../../design/design'
import { say, type Text } from '../../texts/text'
import { setMembers } from '../fixes'
import { isKnown, type TaskDefinitionSpec } from '../reading'
import type { Fix } from '../rule'

/** CPU units and MiB. */
export interface Size {
  readonly cpu: number
  readonly memory: number
}

/** The task's CPU in CPU units; undefined when it is left out, a placeholder or no size. */
export function taskCpu({ spec }: Element): number | undefined {
  return sizeOf(spec.cpu, parseCpu)
}

/** The task's memory in MiB; undefined when it is left out, a placeholder or no size. */
export function taskMemory({ spec }: Element): number | undefined {
  return sizeOf(spec.memory, parseMemory)
}

/** ECS wants a text, but what a number means is plain; `taskdef-size-not-string` says that it has to be quoted. */
function sizeOf(value: unknown, parse: (text: string) => number | undefined): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && isKnown(value) ? parse(value) : undefined
}

/** What the containers ask for together; 0 where none of them says. */
export function containersNeed({ containerDefinitions = [] }: TaskDefinitionSpec): Size {
  let cpu = 0
  let reserved = 0
  let largest = 0
  for (const container of containerDefinitions) {
    cpu += container.cpu ?? 0
    reserved += container.memoryReservation || container.memory || 0
    largest = Math.max(largest, container.memory ?? 0)
  }
  return { cpu, memory: Math.max(reserved, largest) }
}

/**
 * Gives a task the smallest size of Fargate that holds a wish, with at least what its containers ask for. Undefined where
 * Fargate has none so large.
 */
export function resizeFix(
  id: string,
  spec: TaskDefinitionSpec,
  wish: Size,
  system: OperatingSystem,
): Fix | undefined {
  const need = containersNeed(spec)
  const size = sizeThatHolds(Math.max(wish.cpu, need.cpu), Math.max(wish.memory, need.memory), system)
  if (!size) return undefined
  const cpu = size.cpu === wish.cpu ? {} : { '/cpu': toText(size.cpu) }
  const memory = size.memory === wish.memory ? {} : { '/memory': toText(size.memory) }
  return setMembers(titleFor(size, wish), id, { ...cpu, ...memory })
}

function titleFor(size: Size, wish: Size): Text {
  if (size.memory === wish.memory) return say`Set CPU to ${vcpus(size.cpu)}`
  if (size.cpu === wish.cpu) return say`Set memory to ${size.memory} MiB`
  return say`Set CPU to ${vcpus(size.cpu)} and memory to ${size.memory} MiB`
}
