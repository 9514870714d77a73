/** What a target group must register for tasks of a network mode. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  checked: '2026-11-21',
}

/** What CreateTargetGroup takes when `TargetType` is left out. */
export const defaultTargetType = 'instance'

/** A task with an interface of its own is registered by address, any other one by its container instance. */
export const targetTypes = { awsvpc: 'ip', bridge: 'instance', host: 'instance' } as const

/** Target groups for one Lambda function, or one Application Load Balancer; no task can be registered with them. */
export const typesWithoutTasks: readonly string[] = ['lambda', 'alb']
