/**
 * What Fargate costs, for orientation: list prices of us-east-1 in US dollars an hour, as price guides of 2025 and 2026
 * quote them. Prices differ by Region and change, so advice says "about", and no rule decides by them.
 */
import type { FactSource } from './fact'
import type { OperatingSystem } from './fargate-sizes'
import type { Architecture } from './instance-types'
import { ephemeralStorage } from './task-limits'
import { MIB_PER_GB, UNITS_PER_VCPU } from './task-size'

export const source: FactSource = {
  url: 'https://aws.amazon.com/fargate/pricing/',
  checked: '2026-11-21',
}

interface Rate {
  readonly vcpu: number
  readonly gb: number
}

/** A Windows vCPU is billed with its licence. */
const rates: Readonly<Record<OperatingSystem, Readonly<Record<Architecture, Rate>>>> = {
  LINUX: { X86_64: { vcpu: 0.04048, gb: 0.004445 }, ARM64: { vcpu: 0.03238, gb: 0.00356 } },
  WINDOWS: { X86_64: { vcpu: 0.09148 + 0.046, gb: 0.01005 }, ARM64: { vcpu: 0.09148 + 0.046, gb: 0.01005 } },
}

/** A GiB of ephemeral storage above what is included. */
const STORAGE_RATE = 0.000111

/** As AWS's own calculator counts a month. */
const HOURS_PER_MONTH = 730

export interface Task {
  /** CPU units. */
  readonly cpu: number
  /** MiB. */
  readonly memory: number
  readonly system: OperatingSystem
  readonly architecture: Architecture
}

/** US dollars for tasks that run all month; billed for each task, however many containers it has. */
export function monthlyPrice({ cpu, memory, system, architecture }: Task, tasks = 1): number {
  const { vcpu, gb } = rates[system][architecture]
  return tasks * HOURS_PER_MONTH * ((cpu / UNITS_PER_VCPU) * vcpu + (memory / MIB_PER_GB) * gb)
}

/** US dollars for a month of a task's ephemeral storage. */
export function monthlyStoragePrice(gib: number): number {
  return Math.max(0, gib - ephemeralStorage.included) * HOURS_PER_MONTH * STORAGE_RATE
}

/** How much less a vCPU costs on ARM64 than on x86-64, in percent. */
export const armSaving: number = Math.round(100 * (1 - rates.LINUX.ARM64.vcpu / rates.LINUX.X86_64.vcpu))

/** Where tasks that run all the time are many enough to compare other ways of paying: vCPUs together. */
export const steadyVcpus = 16

/** GiB of ephemeral storage above which it is worth a thought. */
export const muchStorage = 100
