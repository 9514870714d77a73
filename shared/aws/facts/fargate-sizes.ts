/** The task sizes that Fargate runs: for each CPU size a range of memory. */

import { inWords, say, type Text } from '../../texts/text'
import type { FactSource } from './fact'
import { UNITS_PER_VCPU } from './task-size'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-26',
}

export type OperatingSystem = 'LINUX' | 'WINDOWS'

export interface FargateSize {
  /** CPU units. */
  readonly cpu: number
  /** MiB, ascending. */
  readonly memory: readonly number[]
  readonly systems: readonly OperatingSystem[]
  /** The oldest Linux platform version that runs it; absent: any. */
  readonly platform?: string
}

const BOTH = ['LINUX', 'WINDOWS'] as const

export const fargateSizes: readonly FargateSize[] = [
  { cpu: 256, memory: [512, 1024, 2048], systems: ['LINUX'] },
  { cpu: 512, memory: steps(1024, 4096, 1024), systems: ['LINUX'] },
  { cpu: 1024, memory: steps(2048, 8192, 1024), systems: BOTH },
  { cpu: 2048, memory: steps(4096, 16384, 1024), systems: BOTH },
  { cpu: 4096, memory: steps(8192, 30720, 1024), systems: BOTH },
  { cpu: 8192, memory: steps(16384, 61440, 4096), systems: ['LINUX'], platform: '1.4.0' },
  { cpu: 16384, memory: steps(32768, 122880, 8192), systems: ['LINUX'], platform: '1.4.0' },
]

/**
 * The developer guide lists it, the API reference ends with 16 vCPU: to be used with care, and never offered. Its memory
 * is 60, 120 or 244 GB. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/create-task-definition.html
 */
export const doubtfulSize: FargateSize = {
  cpu: 32768,
  memory: [61440, 122880, 249856],
  systems: ['LINUX'],
  platform: '1.4.0',
}

function steps(from: number, to: number, by: number): readonly number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, i) => from + i * by)
}

/** The sizes of an operating system, smallest CPU first. */
export function sizesFor(system: OperatingSystem): readonly FargateSize[] {
  return fargateSizes.filter((size) => size.systems.includes(system))
}

/** The row of that many CPU units; undefined when Fargate has no such size on that system. */
export function sizeOf(cpu: number, system: OperatingSystem): FargateSize | undefined {
  return sizesFor(system).find((size) => size.cpu === cpu)
}

/** The CPU sizes of an operating system in words: `0.25, 0.5, 1, 2, 4, 8 or 16 vCPU`. */
export function cpuInWords(system: OperatingSystem): Text {
  const sizes = sizesFor(system).map(({ cpu }) => cpu / UNITS_PER_VCPU)
  return say`${inWords(sizes, 'or')} vCPU`
}

/**
 * The closest size that offers at least what is asked for: the same CPU with more memory where its row reaches that
 * far, else the next CPU size that does.
 */
export function sizeThatHolds(
  cpu: number,
  memory: number,
  system: OperatingSystem,
): { readonly cpu: number; readonly memory: number } | undefined {
  for (const size of sizesFor(system)) {
    const enough = size.cpu < cpu ? undefined : size.memory.find((offered) => offered >= memory)
    if (enough !== undefined) return { cpu: size.cpu, memory: enough }
  }
  return undefined
}

/** The memory of a row in words: `512, 1024 or 2048 MiB`, `2048 to 8192 MiB in steps of 1024`. */
export function memoryInWords({ memory }: FargateSize): Text {
  const [first, second] = memory
  const last = memory[memory.length - 1]
  if (first === undefined || second === undefined || last === undefined) return inWords(memory, 'or')
  const even = memory.every((value, i) => value === first + i * (second - first))
  return even ? say`${first} to ${last} MiB in steps of ${second - first}` : say`${inWords(memory, 'or')} MiB`
}

/** `operatingSystemFamily` of a task definition; left out it is Linux. */
export function systemOf(family: string | undefined): OperatingSystem {
  return family?.startsWith('WINDOWS') ? 'WINDOWS' : 'LINUX'
}
