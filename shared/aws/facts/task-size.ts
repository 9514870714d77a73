/**
 * Reads the two ways in which ECS takes a task's size: a number of CPU units or MiB, or a text such as `.5 vCPU` and
 * `2 GB`. Letter case and blanks are free; ECS itself stores the number.
 */
import { toNumber } from '../../basics/convert'
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-21',
}

/** CPU units in a vCPU, and MiB in a GB as ECS counts them. */
export const UNITS_PER_VCPU = 1024
export const MIB_PER_GB = 1024

/** Task CPU in CPU units; undefined when the text is no size. */
export function parseCpu(text: string): number | undefined {
  return parse(text, 'vcpu', UNITS_PER_VCPU)
}

/** Task memory in MiB; undefined when the text is no size. */
export function parseMemory(text: string): number | undefined {
  return parse(text, 'gb', MIB_PER_GB)
}

function parse(text: string, unit: string, factor: number): number | undefined {
  const bare = text.trim().toLowerCase()
  if (/^\d+$/.test(bare)) return toNumber(bare)
  const amount = /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]+)$/.exec(bare)
  return amount?.[2] === unit ? toNumber(amount[1]) * factor : undefined
}

/** `512` as `0.5 vCPU`. */
export function vcpus(units: number): string {
  return `${units / UNITS_PER_VCPU} vCPU`
}
