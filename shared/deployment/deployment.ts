/**
 * What a design is to AWS: the calls that make it, in an order in which they can be made. Exports of whole systems (AWS
 * CLI, CloudFormation, CDK, Terraform) say the same calls in their own words, so what belongs to a design is decided here
 * only.
 */
import type { Spec } from '../design/design'
import type { Text } from '../texts/text'
import type { ResourceType } from './resource-types'

export interface Deployment {
  /** In the order in which they can be made: what one names stands before it. */
  readonly resources: readonly Resource[]
  /** What has to be known before the first call, in the order of first use. */
  readonly inputs: readonly Input[]
  /** What there is already, by element, with the identifiers that the design holds. Nothing makes it. */
  readonly given: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What is not in the calls, and what people should know of them. */
  readonly notes: readonly DeploymentNote[]
}

/** One call. Several may be parts of one element: a load balancer, its listeners, and their rules. */
export interface Resource {
  /** The element's id; of a further part the id, a slash and the part's name: `orders-alb/listener-443`. */
  readonly id: string
  readonly element: string
  readonly type: ResourceType
  /**
   * The input of AWS's call. Its strings may hold references, which `piecesOf` takes apart; an input of several values
   * (`Input.many`) stands alone as the only item of a list.
   */
  readonly input: Spec
  /** Resources that must be there before, although no string of the input names them. */
  readonly after: readonly string[]
}

export type InputType =
  | 'vpc-id'
  | 'subnet-id'
  | 'subnet-ids'
  | 'security-group-id'
  | 'route-table-ids'
  | 'availability-zone'
  | 'certificate-arn'
  | 'role-arn'
  | 'arn'
  | 'image-uri'
  | 'name'
  /** Nothing may write its value down. */
  | 'secret-value'
  | 'text'

export interface Input {
  /** A slug, unique in the deployment: `certificate-arn`, `orders-vpc-id`. */
  readonly name: string
  readonly type: InputType
  /** It is a list of values. */
  readonly many: boolean
  /** What it is, as one sentence. */
  readonly text: Text
  /** The element that it is the identifier of, when it is one. */
  readonly element?: string
  /** The text that stood in the design, such as `<certificate-arn>`. */
  readonly placeholder?: string
  readonly usedBy: readonly { readonly resource: string; readonly pointer: string }[]
}

export interface DeploymentNote {
  /** `left-out`, `given`, `added`, `to-do`: what kind of thing is said. */
  readonly code: 'left-out' | 'given' | 'added' | 'to-do'
  readonly element: string
  /** One sentence, with what can be done. */
  readonly text: Text
  /** JSON pointer in the element's spec, where it is about one place. */
  readonly pointer?: string
}
