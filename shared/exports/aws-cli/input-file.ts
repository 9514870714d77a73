/** The input of a call as a file: JSON in which marks stand for what is known at run time only. */

import { isObject } from '../../basics/json'
import { memo } from '../../basics/memo'
import { fromBase64 } from '../../deployment/base64'
import type { Deployment, Input, Resource } from '../../deployment/deployment'
import { filled, type InputReference, type ResourceReference } from '../../deployment/pieces'
import { variableNamed } from './shell'

export interface Mark {
  /** As it stands in the file; that of a list with its quotation marks. */
  readonly text: string
  /** The variable whose value belongs there. */
  readonly variable: string
  readonly of: 'identifier' | 'list' | 'secret'
}

export interface InputFile {
  readonly content: string
  readonly marks: readonly Mark[]
}

/** Writes the input of a resource. */
export function inputFile(
  { inputs }: Deployment,
  resource: Resource,
  numbers: ReadonlySet<string>,
): InputFile {
  const { type } = resource
  const input = type === 'ec2:RunInstances' ? withPlainUserData(resource.input) : resource.input
  const kinds = kindsOf(inputs)
  const literal = JSON.stringify(filled(input, () => ''))
  const marks = new Map<string, Mark>()
  const content = filled(input, (piece, path) => {
    const kind = 'input' in piece ? kinds.get(piece.input) : undefined
    const isItem = kind?.many === true && typeof path.at(-1) === 'number'
    const isNumber = 'input' in piece && numbers.has(piece.input)
    const mark = markFor(piece, isItem, literal)
    marks.set(mark, {
      // A list and a number stand in the place of the text that holds the mark.
      text: isItem || isNumber ? `"${mark}"` : mark,
      variable: variableNamed(piece),
      of: isItem ? 'list' : kind?.secret === true ? 'secret' : 'identifier',
    })
    return mark
  })
  return { content: `${JSON.stringify(content, null, 2)}\n`, marks: [...marks.values()] }
}

/** Made once for all files of an export. */
const kindsOf = memo(
  (inputs: readonly Input[]) =>
    new Map(inputs.map(({ name, many, type }) => [name, { many, secret: type === 'secret-value' }])),
)

/** `<orders-tg.arn>`, unless the design says that somewhere itself. */
function markFor(piece: ResourceReference | InputReference, isItem: boolean, literal: string): string {
  const name = 'input' in piece ? piece.input : `${piece.resource}.${piece.attribute}`
  let mark = `<${name}${isItem ? '[]' : ''}>`
  while (literal.includes(mark)) mark = `<${mark}>`
  return mark
}

/** The AWS CLI puts this one member into Base64 itself. */
function withPlainUserData(input: Resource['input']): Resource['input'] {
  const plain = typeof input.UserData === 'string' ? fromBase64(input.UserData) : undefined
  return plain === undefined || !isObject(input) ? input : { ...input, UserData: plain }
}
