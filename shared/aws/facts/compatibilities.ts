/** What a task definition can be fit for: the launch types, and managed instances. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-26',
}

/** `Compatibility`, in the order in which they are offered. */
export const compatibilities = ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'] as const

export type Compatibility = (typeof compatibilities)[number]

/** Where a task may have App Mesh's proxy. */
export const takeProxy: readonly Compatibility[] = ['FARGATE', 'EC2']

/** Where a container can ask for the Neuron devices of its instance. */
export const takeNeuronDevices: readonly Compatibility[] = ['MANAGED_INSTANCES']
