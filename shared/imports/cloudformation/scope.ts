/** What the names of a template stand for, and its functions as texts of a design. */
import { isObject } from '../../basics/json'
import { kindAttribute, shortAttribute } from '../../aws/cloudformation/attributes'
import { isIntrinsic, literal, pseudoParameters, subParts } from '../../aws/cloudformation/intrinsics'
import { escapeText, refer } from '../../design/references'

/** An element that a resource of the template became. */
export interface Target {
  readonly id: string
  readonly kind: string
}

export interface Scope {
  /** By logical id. */
  readonly targets: ReadonlyMap<string, Target>
  /** All logical ids and parameters. */
  readonly names: ReadonlySet<string>
}

/** Is it the name of a parameter or a resource, or an attribute of one? */
export function isVariable(scope: Pick<Scope, 'names'>, name: string): boolean {
  return pseudoParameters.has(name) || scope.names.has(name.split('.')[0] ?? '')
}

/**
 * A text of the template, or a function that comes to a text, as a design has it: references to elements, and
 * `${Name}` for what only CloudFormation knows. Undefined where it is more than a text can say.
 */
export function textOf(scope: Scope, value: unknown): string | undefined {
  if (typeof value === 'string') return plain(scope, value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!isIntrinsic(value)) return undefined
  const [[name, argument] = []] = Object.entries(value)
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' ? variable(scope, argument) : undefined
    case 'Fn::GetAtt':
      return attributeOf(scope, argument)
    case 'Fn::Sub':
      return substituted(scope, argument)
    case 'Fn::Join':
      return joined(scope, argument)
    default:
      return undefined
  }
}

/** Text that means itself. */
export function plain(scope: Pick<Scope, 'names'>, text: string): string {
  return literal(escapeText(text), (name) => isVariable(scope, name))
}

/** `Name` or `Name.Attribute` as a reference to an element, else as a variable. */
function variable(scope: Scope, name: string): string | undefined {
  if (!isVariable(scope, name)) return undefined
  const dot = name.indexOf('.')
  const logicalId = dot < 0 ? name : name.slice(0, dot)
  const target = scope.targets.get(logicalId)
  const attribute = dot < 0 ? 'Ref' : name.slice(dot + 1)
  if (target) {
    // Of a log group, the attribute has more at its end than an ARN.
    if (target.kind === 'log-group' && attribute === 'Arn') return `${refer(target.id, 'arn')}:*`
    const known = kindAttribute(target.kind, attribute)
    if (known !== undefined) return refer(target.id, shortAttribute(target.kind, known))
  }
  return `\${${name}}`
}

function attributeOf(scope: Scope, argument: unknown): string | undefined {
  const parts = typeof argument === 'string' ? [argument] : argument
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return undefined
  const name = parts.join('.')
  return name.includes('.') ? variable(scope, name) : undefined
}

function substituted(scope: Scope, argument: unknown): string | undefined {
  const [text, given] = Array.isArray(argument) ? argument : [argument, {}]
  if (typeof text !== 'string' || !isObject(given)) return undefined
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(given)) {
    const said = textOf(scope, value)
    if (said === undefined) return undefined
    values.set(name, said)
  }
  const parts = subParts(text, () => true).map((part) => {
    if (typeof part === 'string') return plain(scope, part)
    return values.get(part.variable) ?? variable(scope, part.variable)
  })
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined
}

function joined(scope: Scope, argument: unknown): string | undefined {
  if (!Array.isArray(argument) || argument.length !== 2) return undefined
  const [delimiter, items] = argument
  if (typeof delimiter !== 'string' || !Array.isArray(items)) return undefined
  const texts = items.map((item) => textOf(scope, item))
  return texts.every((text) => text !== undefined) ? texts.join(plain(scope, delimiter)) : undefined
}
