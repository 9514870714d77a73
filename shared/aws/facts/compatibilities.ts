/** What a task definition can be fit for: the launch types, and managed instances. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-26',
}

/** `Compatibility`, in the order in which they are offered. */
export const compatibilities = ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'] as const

export type Compatibility = (typeof compatibilities)[number]

/** Only these run Windows; managed instances and their AMIs are Linux. */
export const runWindows: readonly Compatibility[] = ['FARGATE', 'EC2', 'EXTERNAL']
