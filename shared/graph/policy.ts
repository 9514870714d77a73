/**
 * IAM policy documents, as far as a drawing can be held to them. A question has three answers: a condition, a
 * placeholder or an intrinsic function leaves it open.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
import { isObject } from '../basics/json'
import { fitsWildcards } from '../basics/wildcards'
import { hasPlaceholder } from '../elements/view'

export type Match = 'yes' | 'no' | 'maybe'

export interface Statement {
  readonly effect: 'Allow' | 'Deny'
  readonly actions: readonly string[]
  /** The actions are those that are not meant. */
  readonly notActions: boolean
  readonly resources: readonly string[]
  /** The resources are those that are not meant. */
  readonly notResources: boolean
  readonly conditional: boolean
  /** A part of it is no text: an intrinsic function of CloudFormation, for one. */
  readonly opaque: boolean
}

/** The statements of a policy document, given as an object or as JSON text; undefined when it can't be read. */
export function statementsOf(document: unknown): readonly Statement[] | undefined {
  const parsed = typeof document === 'string' ? parse(document) : document
  if (!isObject(parsed)) return undefined
  const { Statement: found } = parsed
  const statements = found === undefined ? [] : Array.isArray(found) ? found : [found]
  return statements.every(isObject) ? statements.map(statementOf) : undefined
}

/** A policy document as an object, for those who read or change its members; undefined when it is none. */
export function documentOf(document: unknown): Record<string, unknown> | undefined {
  const parsed = typeof document === 'string' ? parse(document) : document
  return isObject(parsed) ? parsed : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function statementOf(statement: Record<string, unknown>): Statement {
  const actions = textsOf(statement.Action ?? statement.NotAction)
  const resources = textsOf(statement.Resource ?? statement.NotResource)
  return {
    effect: statement.Effect === 'Deny' ? 'Deny' : 'Allow',
    actions: actions.texts,
    notActions: statement.Action === undefined,
    resources: resources.texts,
    notResources: statement.Resource === undefined,
    conditional: isObject(statement.Condition) && Object.keys(statement.Condition).length > 0,
    opaque: actions.opaque || resources.opaque,
  }
}

/** One text or a list of texts, which policies take alike. */
export function textsOf(value: unknown): { readonly texts: readonly string[]; readonly opaque: boolean } {
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value]
  const texts = list.filter((item): item is string => typeof item === 'string')
  return { texts, opaque: texts.length < list.length }
}

/**
 * Does a statement speak of an action on a resource? Without a resource: on any that there is. `resolve` makes a
 * statement's resource the ARN that it stands for.
 */
export function speaksOf(
  statement: Statement,
  action: string,
  resource: string | undefined,
  resolve: (text: string) => string,
): Match {
  const onAction = anyOf(statement.actions.map((pattern) => matchAction(pattern, action)))
  const forAction = statement.notActions ? opposite(onAction) : onAction
  const onResource =
    resource === undefined
      ? 'yes'
      : anyOf(statement.resources.map((pattern) => matchResource(resolve(pattern), resource)))
  const forResource = resource !== undefined && statement.notResources ? opposite(onResource) : onResource
  const both = allOf([forAction, forResource])
  if (both === 'no') return statement.opaque ? 'maybe' : 'no'
  return statement.conditional ? 'maybe' : both
}

function matchAction(pattern: string, action: string): Match {
  if (hasPlaceholder(pattern)) return 'maybe'
  return fitsWildcards(pattern.toLowerCase(), action.toLowerCase()) ? 'yes' : 'no'
}

/** A placeholder leaves it open, unless both sides hold the same one. */
function matchResource(pattern: string, resource: string): Match {
  if (fitsWildcards(pattern, resource)) return 'yes'
  return hasPlaceholder(pattern) || hasPlaceholder(resource) ? 'maybe' : 'no'
}

function anyOf(matches: readonly Match[]): Match {
  if (matches.includes('yes')) return 'yes'
  return matches.includes('maybe') ? 'maybe' : 'no'
}

function allOf(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no'
  return matches.includes('maybe') ? 'maybe' : 'yes'
}

function opposite(match: Match): Match {
  return match === 'yes' ? 'no' : match === 'no' ? 'yes' : 'maybe'
}
