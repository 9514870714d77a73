/**
 * What Fargate costs, for orientation: list prices of us-east-1 in US dollars. Prices differ by Region and change, so
 * advice says "about", and no rule decides by them; the cost estimate goes by the prices of the design's own Region.
 */
import { fargateRates as rates } from './fargate-rates'
import type { OperatingSystem } from './fargate-sizes'
import type { Architecture } from './instance-types'
import { ephemeralStorage } from './task-limits'
import { MIB_PER_GB, UNITS_PER_VCPU } from './task-size'

interface Rate {
  readonly vcpu: number
  readonly gb: number
}

const windows: Rate = {
  // A vCPU is billed with its licence.
  vcpu: rates['fargate-windows-vcpu'] + rates['fargate-windows-licence'],
  gb: rates['fargate-windows-gb'],
}

const rateOf: Readonly<Record<OperatingSystem, Readonly<Record<Architecture, Rate>>>> = {
  LINUX: {
    X86_64: { vcpu: rates['fargate-linux-x86-vcpu'], gb: rates['fargate-linux-x86-gb'] },
    ARM64: { vcpu: rates['fargate-linux-arm-vcpu'], gb: rates['fargate-linux-arm-gb'] },
  },
  WINDOWS: { X86_64: windows, ARM64: windows },
}

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
  const { vcpu, gb } = rateOf[system][architecture]
  return tasks * HOURS_PER_MONTH * ((cpu / UNITS_PER_VCPU) * vcpu + (memory / MIB_PER_GB) * gb)
}

/** US dollars for a month of a task's ephemeral storage. */
export function monthlyStoragePrice(gib: number): number {
  return Math.max(0, gib - ephemeralStorage.included) * HOURS_PER_MONTH * rates['fargate-storage-gb']
}

/** How much less a vCPU costs on ARM64 than on x86-64, in percent. */
export const armSaving: number = Math.round(100 * (1 - rateOf.LINUX.ARM64.vcpu / rateOf.LINUX.X86_64.vcpu))

/** Where tasks that run all the time are many enough to compare other ways of paying: vCPUs together. */
export const steadyVcpus = 16

/** GiB of ephemeral storage above which it is worth a thought. */
export const muchStorage = 100
