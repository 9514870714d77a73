/** Files of variables: ECS reads them from S3, into which somebody has to put them. */
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { refer } from '../../design/references'
import { say } from '../../texts/text'
import type { Node } from './node'
import { allow, executionRole } from './stack'
import { mapped, type Teller } from './telling'

export interface EnvironmentFile {
  /** The place that names it, and as what. */
  readonly node: Node
  readonly path: string
  /** Its name in the bucket; `key` is the same, ready for a spec. */
  readonly file: string
  readonly key: string
  /** The task definition that it is for. */
  readonly definition: string
}

/** Such a file as the container has it; its bucket and the right to read it are added. */
export function environmentFile(
  teller: Teller,
  { node, path, file, key, definition }: EnvironmentFile,
): Spec {
  const { stack } = teller
  const bucket = stack.make('env files', `${stack.name} env files`, {
    kind: 's3-bucket',
    spec: { Bucket: `${stack.name}-env-files` },
  })
  const text = say`Environment file ${quote(path)} is read from S3: upload it as ${quote(file)}, and take a bucket name that is yours.`
  mapped(teller, 'env-file', node, text, definition)
  const role = executionRole(stack)
  allow(stack, role, 'read-env-files', ['s3:GetObject'], `${refer(bucket, 'arn')}/*`)
  allow(stack, role, 'read-env-files', ['s3:GetBucketLocation'], refer(bucket, 'arn'))
  return { value: `${refer(bucket, 'arn')}/${key}`, type: 's3' }
}
