/** A resource of Terraform's as all its files have it in common: text, plan or state. */
import type { Body } from '../../aws/terraform/translate'

export interface TerraformResource {
  /** `module.web.aws_ecs_service.this[0]`. */
  readonly address: string
  readonly type: string
  readonly name: string
  /** Found in AWS, not made: a `data` block. */
  readonly isData: boolean
  /** Arguments; blocks are lists. Expressions are marks in texts. */
  readonly body: Body
  readonly file: string
  /** JSON pointer of the body in the file: `/resource/aws_ecs_service/web` in text. */
  readonly pointer: string
  /** The block as it was written; plans and states have none. */
  readonly written?: string
  /** The module that makes it: an argument is told of where the module is called. */
  readonly module?: string
  /** What AWS calls it: of a state. */
  readonly identifiers?: Readonly<Record<string, string>>
}

/** A block that is no resource of ours: kept as it was written. */
export interface OtherBlock {
  readonly type: string
  readonly labels: readonly string[]
  readonly file: string
  readonly pointer: string
  readonly written: string
  /** Where in it the value of a variable stands that is marked as a secret. */
  readonly secretAt?: readonly [start: number, end: number]
}
