/** What an IAM role of the drawing may do, as far as the drawing says. */
import { type Grant, grantsOfManagedPolicy } from '../aws/facts/managed-policies'
import { isObject } from '../basics/json'
import { refer, referencesIn, resolveText } from '../design/references'
import { iamRole } from '../elements/iam-role'
import { defaultAttribute, kindOf } from '../elements/kinds'
import { hasPlaceholder, viewOf } from '../elements/view'
import { type Graph, resolved } from './graph'
import { documentOf, type Match, type Statement, speaksOf, statementsOf, textsOf } from './policy'
import { query } from './query'

/** `unknown` where a policy, a condition or a part of an ARN is known to AWS only. */
export type Permission = 'allowed' | 'denied' | 'unknown'

/** What is said about a role. */
interface Said {
  readonly statements: readonly Statement[]
  /** There may be more than these statements: a policy of the account's own, or one that can't be read. */
  readonly more: boolean
  /** What limits them; undefined: nothing does. */
  readonly boundary: readonly Statement[] | 'unknown' | undefined
}

/**
 * May a role do that? `resource` is an ARN, references and stars included; without it any resource will do. A drawn role
 * about which nothing is said may do nothing; of an existing one, or one known by ARN only, nothing is known.
 */
export function permission(graph: Graph, roleId: string, action: string, resource?: string): Permission {
  return permissionOn(graph, roleId, action, resource === undefined ? undefined : arnText(graph, resource))
}

function permissionOn(graph: Graph, roleId: string, action: string, wanted: string | undefined): Permission {
  const said = saidOf(graph, roleId)
  if (!said) return 'unknown'
  const granted = verdict(said.statements, action, wanted, (text) => arnText(graph, text))
  if (granted === 'denied by name') return 'denied'
  if (granted === 'denied' && !said.more) return 'denied'
  if (granted !== 'allowed') return 'unknown'
  if (said.boundary === undefined) return 'allowed'
  if (said.boundary === 'unknown') return 'unknown'
  const limit = verdict(said.boundary, action, wanted, (text) => arnText(graph, text))
  return limit === 'denied by name' ? 'denied' : limit
}

/** Is all that a role may do known, that is, does no policy of it stand outside the drawing and the table of facts? */
export function permissionsKnown(graph: Graph, roleId: string): boolean {
  return saidOf(graph, roleId)?.more === false
}

/** May a role do nothing at all, since a drawing that knows it says nothing about what it may? */
function mayDoNothing(graph: Graph, roleId: string): boolean {
  const said = saidOf(graph, roleId)
  return said !== undefined && said.statements.length === 0 && !said.more
}

/** Of several actions those that a role surely may not do. */
export function deniedOf(
  graph: Graph,
  roleId: string,
  actions: readonly string[],
  resource?: string,
): readonly string[] {
  if (actions.length === 0 || mayDoNothing(graph, roleId)) return actions
  const wanted = resource === undefined ? undefined : arnText(graph, resource)
  return actions.filter((action) => permissionOn(graph, roleId, action, wanted) === 'denied')
}

/**
 * The services that may assume a role, such as `ecs-tasks.amazonaws.com`, by its trust policy; `*` is everybody.
 * Undefined where that is not said, or can't be read.
 */
export function trustedServices(graph: Graph, roleId: string): readonly string[] | undefined {
  const element = graph.element(roleId)
  if (element?.kind !== iamRole.kind) return undefined
  const { Statement: found } = documentOf(element.spec.AssumeRolePolicyDocument) ?? {}
  if (found === undefined) return undefined
  const services: string[] = []
  for (const statement of Array.isArray(found) ? found : [found]) {
    if (!isObject(statement) || statement.Effect === 'Deny') continue
    const principal = statement.Principal
    const { texts, opaque } = textsOf(isObject(principal) ? principal.Service : principal)
    if (opaque || texts.some(hasPlaceholder)) return undefined
    services.push(...texts)
  }
  return services
}

type Verdict = 'allowed' | 'denied' | 'denied by name' | 'unknown'

function verdict(
  statements: readonly Statement[],
  action: string,
  resource: string | undefined,
  resolve: (text: string) => string,
): Verdict {
  let allowed: Match = 'no'
  let open = false
  for (const statement of statements) {
    const match = speaksOf(statement, action, resource, resolve)
    if (match === 'no') continue
    if (statement.effect === 'Deny') {
      // A denial of some resource is none of every resource.
      const ofAll = statement.resources.includes('*') && !statement.notResources
      const surely = match === 'yes' && (resource !== undefined || ofAll)
      if (surely) return 'denied by name'
      open = true
    } else if (match === 'yes') allowed = 'yes'
    else if (allowed === 'no') allowed = 'maybe'
  }
  if (allowed === 'no') return 'denied'
  return allowed === 'yes' && !open ? 'allowed' : 'unknown'
}

const saidOf: (graph: Graph, roleId: string) => Said | undefined = query((graph, roleId: string) => {
  const element = graph.element(roleId)
  if (element?.kind !== iamRole.kind) return undefined
  const { spec, faults, unknown } = viewOf(iamRole, element.spec)
  const policies = (spec.ManagedPolicyArns ?? []).map((arn) => managed(arn))
  const documents = (spec.Policies ?? []).map((policy) => statementsOf(policy.PolicyDocument))
  const blurred = [...faults.map((fault) => fault.pointer), ...unknown].some((pointer) =>
    /^\/(ManagedPolicyArns|Policies)/.test(pointer),
  )
  const unsaid = spec.ManagedPolicyArns === undefined && spec.Policies === undefined
  const known = [...policies, ...documents]
  return {
    statements: known.flatMap((statements) => statements ?? []),
    more: blurred || known.includes(undefined) || (unsaid && element.existing !== undefined),
    boundary: spec.PermissionsBoundary ? (managed(spec.PermissionsBoundary) ?? 'unknown') : undefined,
  }
})

function managed(arn: string): readonly Statement[] | undefined {
  return grantsOfManagedPolicy(arn)?.map(allowing)
}

function allowing({ actions, resources }: Grant): Statement {
  return {
    effect: 'Allow',
    actions,
    notActions: false,
    resources: resources ?? ['*'],
    notResources: false,
    conditional: false,
    opaque: false,
  }
}

/**
 * An ARN as it can be compared: references are resolved. Where only AWS knows the identifier the placeholder names the
 * attribute, so that `@{queue}` and `@{queue.arn}` are told apart or not as they should be.
 */
function arnText(graph: Graph, text: string): string {
  if (referencesIn(text).length === 0) return text
  const explicit = resolveText(text, ({ id, attribute }) => {
    const kind = kindOf(graph.element(id)?.kind ?? '')
    return refer(id, attribute ?? defaultAttribute(kind))
  })
  return resolved(graph, explicit)
}
