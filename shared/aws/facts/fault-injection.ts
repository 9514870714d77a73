/** Where AWS Fault Injection Service can disturb the network of a task. */
import type { FactSource } from './fact'
import type { NetworkMode } from './network-modes'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html',
  checked: '2026-11-21',
}

export const faultInjectionModes: readonly NetworkMode[] = ['awsvpc', 'host']
