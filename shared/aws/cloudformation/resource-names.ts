/** The contract of the table of names: how CloudFormation's spelling of a call's input differs from the API's. */

/** What CloudFormation takes where the API takes a text (or, for `text` and `lines`, something else). */
export type Form =
  /** A text instead of a number or a flag. */
  | 'text'
  /** A number or a flag instead of a text. */
  | 'number'
  | 'flag'
  /** An object instead of JSON text. */
  | 'json'
  /** A list instead of a text with commas. */
  | 'lines'
  /** A list of keys and values instead of a map. */
  | 'pairs'
  /** A map instead of a list of keys and values. */
  | 'map'
  /** The tags alone instead of tags by type of resource, of the one type. */
  | `tags:${string}`
  /** The value alone instead of an object around it, by the member's name. */
  | `inside:${string}`

export interface ResourceNames {
  /** Such as `AWS::ECS::Service`. */
  readonly type: string
  /** The API begins its members with a small letter. */
  readonly camel?: true
  /** CloudFormation's name of a member, by the pattern of its pointer in the API's input. */
  readonly renamed?: Readonly<Record<string, string>>
  /** Members that stand elsewhere: by pointer, without stars. */
  readonly moved?: Readonly<Record<string, string>>
  /** Patterns of members that CloudFormation does not have. */
  readonly absent?: readonly string[]
  /** Patterns of members whose keys are people's own, or another service's. */
  readonly maps?: readonly string[]
  /** Patterns of members that CloudFormation takes in another form. */
  readonly forms?: Readonly<Record<string, Form>>
}
