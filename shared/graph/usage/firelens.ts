/** What a log router does: FireLens reads its configuration, and its outputs write with the task role. */
import type { z } from 'zod'
import type { RoleUse } from '../../aws/facts/role-uses'
import { own } from '../../basics/own'
import type { taskDefinition } from '../../elements/task-definition'
import { objectInS3 } from './resources'
import type { Use, User } from './use'

type Container = NonNullable<z.output<typeof taskDefinition.spec>['containerDefinitions']>[number]

/** Outputs of Fluent Bit (`Name`) and Fluentd (`@type`) that write to AWS. */
const outputs: Readonly<Record<string, RoleUse>> = {
  cloudwatch: 'firelens-logs',
  cloudwatch_logs: 'firelens-logs',
  firehose: 'firehose-put',
  kinesis_firehose: 'firehose-put',
  kinesis: 'kinesis-put',
  kinesis_streams: 'kinesis-put',
  s3: 's3-write',
}

/** `at` is the container's place. */
export function usesOfFireLens(user: User, container: Container, at: string): Use[] {
  const uses: Use[] = []
  const options = container.firelensConfiguration?.options
  const file = options?.['config-file-value']
  if (file && options?.['config-file-type'] === 's3') {
    const place = `${at}/firelensConfiguration/options/config-file-value`
    uses.push({ ...user, use: 'firelens-config', at: place, ...objectInS3(file) })
  }
  if (container.logConfiguration?.logDriver !== 'awsfirelens') return uses
  for (const [key, name] of Object.entries(container.logConfiguration.options ?? {})) {
    const use = /^(name|@type)$/i.test(key) ? own(outputs, name.toLowerCase()) : undefined
    if (use) uses.push({ ...user, use, at: `${at}/logConfiguration/options/${key}` })
  }
  return uses
}
