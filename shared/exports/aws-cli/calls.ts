/**
 * What the AWS CLI says of each call: where an answer holds the identifiers, how to find what is there already, and
 * what to wait for. Held against the SDK's models by a test.
 */
import type { ResourceType } from '../../deployment/resource-types'
import { ecs, instances } from './calls-compute'
import { rest, storage } from './calls-data'
import { balancing, network } from './calls-network'
import type { CliCall, CliCalls } from './cli-call'

const all: CliCalls = { ...ecs, ...balancing, ...network, ...instances, ...storage, ...rest }

/** How the AWS CLI makes a call of that type, and what it knows of it afterwards. */
export function cliCall(type: ResourceType): CliCall {
  return all[type] ?? {}
}

/** `ecs:CreateService` is `ecs create-service`. */
export function commandOf(call: string): readonly [service: string, command: string] {
  const [service = '', operation = ''] = call.split(':')
  const words = operation
    .replace('ACLs', 'Acls')
    .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-')
    .toLowerCase()
  return [service, words]
}
