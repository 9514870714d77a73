/** What the names of a template stand for, and its functions as texts of a design. */

import { kindAttribute } from '../../aws/cloudformation/attributes'
import { isIntrinsic, literal, pseudoParameters, subParts } from '../../aws/cloudformation/intrinsics'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
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
  readonly names: Set<string>
  /** Parameters that stand for what a drawing says, such as a zone. */
  readonly values: ReadonlyMap<string, string>
}

/** Is it the name of a parameter or a resource, or an attribute of one? */
export function isVariable(scope: { readonly names: ReadonlySet<string> }, name: string): boolean {
  return pseudoParameters.has(name) || scope.names.has(name.split('.')[0] ?? '')
}

/**
 * A text of the template, or a function that comes to a text, as a design has it: references to elements, and
 * `${Name}` for what only CloudFormation knows. Undefined where it is more than a text can say.
 */
export function textOf(scope: Scope, value: unknown): string | undefined {
  const text = said(scope, value)
  return text === undefined ? undefined : withArns(scope, text)
}

const ARN =
  /arn:\$\{AWS::Partition\}:(logs|ssm|ecs):\$\{AWS::Region\}:\$\{AWS::AccountId\}:(log-group:|parameter\/?|capacity-provider\/)@\{([a-z0-9-]+)\.[A-Za-z]+\}/g

const ARN_KINDS: Readonly<Record<string, string>> = {
  logs: 'log-group',
  ssm: 'ssm-parameter',
  ecs: 'capacity-provider',
}

/** ARNs that are put together from a name are those of what has the name. */
function withArns({ targets }: Scope, text: string): string {
  if (!text.includes('arn:${')) return text
  return text.replace(ARN, (whole, service: string, _resource, id: string) => {
    const kind = [...targets.values()].find((target) => target.id === id)?.kind
    return kind === own(ARN_KINDS, service) ? refer(id, 'arn') : whole
  })
}

function said(scope: Scope, value: unknown): string | undefined {
  if (typeof value === 'string') return plain(scope, value)
  if (typeof value === 'number' || typeof value === 'boolean') return toText(value)
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
    if (known !== undefined) return refer(target.id, known)
  }
  return scope.values.get(name) ?? `\${${name}}`
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
    const text = said(scope, value)
    if (text === undefined) return undefined
    values.set(name, text)
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
  const texts = items.map((item) => said(scope, item))
  return texts.every((text) => text !== undefined) ? texts.join(plain(scope, delimiter)) : undefined
}
