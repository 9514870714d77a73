/** Limits of a task definition as a whole. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-26',
}

export const FAMILY_LENGTH = 255

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
export const CONTAINERS = 10

/** Bytes of the task definition as JSON; the same page names it as 64 KB. */
export const JSON_SIZE = 65536

/** Those of the task definition and those of the service or task together. */
export const PLACEMENT_CONSTRAINTS = 10

/** CPU units of a task away from Fargate: an eighth of a vCPU to 192 of them. */
export const taskCpu = { min: 128, max: 196608 } as const

/** GiB on Fargate: what every task has, what it can be raised to, and the oldest Linux platform version for that. */
export const ephemeralStorage = { included: 20, min: 21, max: 200, platform: '1.4.0' } as const
