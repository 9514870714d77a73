/** Texts of a deployment as CloudFormation says them: `Ref`, `Fn::GetAtt` and `Fn::Sub`. */

import { cloudFormationAttribute } from '../../aws/cloudformation/attributes'
import { isIntrinsic, subParts } from '../../aws/cloudformation/intrinsics'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import { piecesOf, type ResourceReference } from '../../deployment/pieces'
import { resolveText } from '../../design/references'
import { kindOf } from '../../elements/kinds'
import type { Draft } from './drafts'
import { BASE64 } from './reword'

export interface Names {
  readonly drafts: ReadonlyMap<string, Draft>
  /** The name of a parameter that somebody makes beside the stack, by the id of its resource. */
  readonly besides: ReadonlyMap<string, string>
  /** By the id of the resource. */
  readonly logicalId: (id: string) => string
  /** The element's kind, by the id of its resource. */
  readonly kind: (id: string) => string
  /** Does a template of this stack know the name: a parameter, a resource, `AWS::Region`? */
  readonly isVariable: (name: string) => boolean
  /** Is the parameter a list of values? */
  readonly isList: (parameter: string) => boolean
  /** The parameter of an input, or the text that stood in the design for it. */
  readonly input: (name: string) => { readonly parameter: string } | { readonly text: string }
}

/** A part of a text: as it is, or a name such as `Cluster` or `Cluster.Arn`. */
type Part = string | { readonly variable: string }

/** JSON in a deployment's words as CloudFormation's. */
export function spoken(names: Names, value: unknown): unknown {
  if (typeof value === 'string') return expression(partsOf(names, value))
  if (Array.isArray(value)) return list(names, value)
  if (isEncoded(value)) return { [BASE64]: spoken(names, value[BASE64]) }
  if (isIntrinsic(value)) return unescaped(value)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoken(names, item)]))
}

/** The user data of a spec, which is no function of a template. */
function isEncoded(value: unknown): value is Record<string, unknown> {
  return isIntrinsic(value) && typeof value[BASE64] === 'string'
}

/** A parameter of several values is the whole list. */
function list(names: Names, items: readonly unknown[]): unknown {
  const [only, ...others] = items
  const parts = others.length === 0 && typeof only === 'string' ? partsOf(names, only) : []
  const [part] = parts
  const isWhole = parts.length === 1 && typeof part === 'object' && names.isList(part.variable)
  if (isWhole) return { Ref: part.variable }
  return items.map((item) => spoken(names, item))
}

/** What was kept as it was written comes out so. */
function unescaped(value: unknown): unknown {
  if (typeof value === 'string')
    return resolveText(value, ({ id, attribute }) => `@{${attribute ? `${id}.${attribute}` : id}}`)
  if (Array.isArray(value)) return value.map(unescaped)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unescaped(item)]))
}

function partsOf(names: Names, text: string): readonly Part[] {
  const parts: Part[] = []
  // Of a log group CloudFormation tells the ARN of its streams, which ends so.
  let streams = false
  const pieces = piecesOf(text)
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      parts.push(...subParts(streams ? piece.slice(STREAMS.length) : piece, names.isVariable))
      streams = false
    } else if ('input' in piece) {
      const input = names.input(piece.input)
      if ('parameter' in input) parts.push({ variable: input.parameter })
      else parts.push(...subParts(input.text, names.isVariable))
    } else {
      const next = pieces[index + 1]
      const isLogGroup = names.kind(piece.resource) === 'log-group' && piece.attribute === 'arn'
      streams = isLogGroup && typeof next === 'string' && next.startsWith(STREAMS)
      if (streams) parts.push({ variable: `${names.logicalId(piece.resource)}.Arn` })
      else parts.push(...identifier(names, piece))
    }
  }
  return parts
}

const STREAMS = ':*'

const PARTS: Readonly<Record<string, string>> = {
  allocationId: 'AllocationId',
  latestVersionNumber: 'LatestVersionNumber',
}

/** What an identifier of a resource is to CloudFormation. */
function identifier(names: Names, { resource, attribute }: ResourceReference): readonly Part[] {
  const logicalId = names.logicalId(resource)
  if (resource.includes('/')) {
    const part = own(PARTS, attribute)
    return [{ variable: part ? `${logicalId}.${part}` : logicalId }]
  }
  const kind = names.kind(resource)
  const beside = names.besides.get(resource)
  if (beside !== undefined) return besideStack(names, attribute, beside)
  const name = cloudFormationAttribute(kind, attribute)
  if (name !== undefined) return [{ variable: name === 'Ref' ? logicalId : `${logicalId}.${name}` }]
  const arn = arnParts(kind, attribute, logicalId, names.drafts.get(resource))
  if (arn) return arn
  if (attribute === 'fullName') {
    return [
      {
        variable: `${logicalId}.${kind === 'target-group' ? 'TargetGroupFullName' : 'LoadBalancerFullName'}`,
      },
    ]
  }
  return named(names, kind, resource) ?? [{ variable: `${logicalId}.${attribute}` }]
}

const HERE = [{ variable: 'AWS::Region' }, ':', { variable: 'AWS::AccountId' }, ':'] as const

/** A parameter of Systems Manager, by its name. */
function besideStack(names: Names, attribute: string, name: string): readonly Part[] {
  if (attribute !== 'arn') return partsOf(names, name)
  const path = name.startsWith('/') ? ':parameter' : ':parameter/'
  const start = ['arn:', { variable: 'AWS::Partition' }, ':ssm:', HERE[0], ':', HERE[2], path]
  return [...start, ...partsOf(names, name)]
}

/** ARNs that CloudFormation does not tell follow from the name. */
function arnParts(
  kind: string,
  attribute: string,
  logicalId: string,
  draft: Draft | undefined,
): readonly Part[] | undefined {
  if (attribute !== 'arn') return undefined
  const arn = (service: string, resource: string): readonly Part[] => [
    'arn:',
    { variable: 'AWS::Partition' },
    `:${service}:`,
    ...HERE,
    resource,
    { variable: logicalId },
  ]
  if (kind === 'log-group') return arn('logs', 'log-group:')
  if (kind === 'ssm-parameter') {
    const { Name } = draft?.properties ?? {}
    return arn('ssm', typeof Name === 'string' && Name.startsWith('/') ? 'parameter' : 'parameter/')
  }
  return kind === 'capacity-provider' ? arn('ecs', 'capacity-provider/') : undefined
}

/** A name that CloudFormation does not tell, as the template gives it. */
function named(names: Names, kind: string, resource: string): readonly Part[] | undefined {
  const member = kindOf(kind)?.name?.slice(1)
  const { properties } = names.drafts.get(resource) ?? {}
  const spelled = member && member.charAt(0).toUpperCase() + member.slice(1)
  const text = spelled === undefined ? undefined : properties?.[spelled]
  return typeof text === 'string' ? partsOf(names, text) : undefined
}

function expression(parts: readonly Part[]): unknown {
  const [only, ...others] = parts
  if (only === undefined) return ''
  if (others.length === 0) return typeof only === 'string' ? only : reference(only.variable)
  if (parts.every((part) => typeof part === 'string')) return parts.join('')
  const text = parts.map((part) => (typeof part === 'string' ? escaped(part) : `\${${part.variable}}`))
  return { 'Fn::Sub': text.join('') }
}

function reference(name: string): unknown {
  const dot = name.indexOf('.')
  return dot < 0 ? { Ref: name } : { 'Fn::GetAtt': [name.slice(0, dot), name.slice(dot + 1)] }
}

/** What looks like a variable in a text of `Fn::Sub` and is none. */
function escaped(text: string): string {
  const end = text.lastIndexOf('}') + 1
  return text.slice(0, end).replaceAll('${', '${!') + text.slice(end)
}
