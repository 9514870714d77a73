/** References of a deployment as Terraform's expressions. */

import { attributeOf } from '../../aws/terraform/attributes'
import { Encoded } from '../../aws/terraform/conversions'
import { isObject } from '../../basics/json'
import type { Input } from '../../deployment/deployment'
import { piecesOf } from '../../deployment/pieces'
import { Expression, Template } from './hcl'
import { identifier, type Workbench } from './made'

/** A tree of arguments with expressions in place of references. */
export function withExpressions(bench: Workbench, inputs: Inputs, value: unknown): unknown {
  if (value instanceof Encoded) return new Encoded(value.by, withExpressions(bench, inputs, value.value))
  if (typeof value === 'string') return text(bench, inputs, value)
  if (Array.isArray(value)) {
    const [only] = value
    const [piece, ...more] = typeof only === 'string' && value.length === 1 ? piecesOf(only) : []
    // A list that is asked for is a list already.
    if (typeof piece === 'object' && more.length === 0 && 'input' in piece && inputs.get(piece.input)?.many) {
      return variable(inputs, piece.input)
    }
    return value.map((item) => withExpressions(bench, inputs, item))
  }
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withExpressions(bench, inputs, item)]),
  )
}

function text(bench: Workbench, inputs: Inputs, written: string): unknown {
  if (!written.includes('@{')) return written
  const parts = piecesOf(written).map((piece) => {
    if (typeof piece === 'string') return piece
    if ('input' in piece) return variable(inputs, piece.input)
    const made = bench.byCall.get(piece.resource)
    return made
      ? new Expression(`${made.type}.${made.name}.${attributeOf(made.type, piece.attribute)}`)
      : `<${piece.resource}.${piece.attribute}>`
  })
  if (parts.every((part) => typeof part === 'string')) return parts.join('')
  return parts.length === 1 ? parts[0] : new Template(parts)
}

function variable(inputs: Inputs, name: string): Expression {
  const found = lookedUp(inputs.get(name))
  return new Expression(found ? `data.${found.type}.${found.name}.id` : `var.${identifier(name)}`)
}

/** What is asked for, by name. */
export type Inputs = ReadonlyMap<string, Input>

const SOURCES: Partial<Readonly<Record<Input['type'], string>>> = {
  'vpc-id': 'aws_vpc',
  'subnet-id': 'aws_subnet',
  'security-group-id': 'aws_security_group',
}

/** The data source of an element that is taken for one that is there: it fails early when there is none of that id. */
export function lookedUp(
  input: Input | undefined,
): { readonly type: string; readonly name: string } | undefined {
  const type = input && SOURCES[input.type]
  if (type === undefined || input?.element === undefined) return undefined
  return { type, name: identifier(input.element) }
}
