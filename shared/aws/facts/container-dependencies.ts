/** What a container can wait for before it starts. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  checked: '2026-11-26',
}

export const containerConditions = ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'] as const

/** They wait for the end of a container, which for an essential one is the end of the task. */
export const endConditions: readonly string[] = ['COMPLETE', 'SUCCESS']
