/** References of a deployment as Terraform's expressions. */

import { attributeOf } from '../../aws/terraform/attributes'
import { Encoded } from '../../aws/terraform/conversions'
import { isObject } from '../../basics/json'
import { piecesOf } from '../../deployment/pieces'
import { Expression, Template } from './hcl'
import { identifier, type Workbench } from './made'

/** A tree of arguments with expressions in place of references. */
export function withExpressions(bench: Workbench, lists: ReadonlySet<string>, value: unknown): unknown {
  if (value instanceof Encoded) return new Encoded(value.by, withExpressions(bench, lists, value.value))
  if (typeof value === 'string') return text(bench, value)
  if (Array.isArray(value)) {
    const [only] = value
    const [piece, ...more] = typeof only === 'string' && value.length === 1 ? piecesOf(only) : []
    // A list that is asked for is a list already.
    if (typeof piece === 'object' && more.length === 0 && 'input' in piece && lists.has(piece.input)) {
      return variable(piece.input)
    }
    return value.map((item) => withExpressions(bench, lists, item))
  }
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withExpressions(bench, lists, item)]),
  )
}

function text(bench: Workbench, written: string): unknown {
  if (!written.includes('@{')) return written
  const parts = piecesOf(written).map((piece) => {
    if (typeof piece === 'string') return piece
    if ('input' in piece) return variable(piece.input)
    const made = bench.byCall.get(piece.resource)
    return made
      ? new Expression(`${made.type}.${made.name}.${attributeOf(made.type, piece.attribute)}`)
      : `<${piece.resource}.${piece.attribute}>`
  })
  if (parts.every((part) => typeof part === 'string')) return parts.join('')
  return parts.length === 1 ? parts[0] : new Template(parts)
}

function variable(input: string): Expression {
  return new Expression(`var.${identifier(input)}`)
}
