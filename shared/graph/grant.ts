/** Giving permissions to roles of the drawing: as little as is needed, and nothing twice. */
import { actionsOf, roleUses } from '../aws/facts/role-uses'
import type { Spec } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { iamRole } from '../elements/iam-role'
import { objectsAt } from '../elements/parts/reading'
import { documentOf, textsOf } from './policy'
import type { Use } from './usage/use'

/** A statement that allows just these actions on just these resources. */
export function statementFor(actions: readonly string[], resources: readonly string[]): Spec {
  return { Effect: 'Allow', Action: unique(actions), Resource: oneOrMany(unique(resources)) }
}

/** The policy document of statements. */
export function policyDocument(...statements: readonly Spec[]): Spec {
  return { Version: '2012-10-17', Statement: statements }
}

/**
 * Allows actions on resources by an inline policy of that name, which is made when there is none. A statement for the
 * same resources takes up the actions; what is allowed there already stays as it is. A policy of that name that can't be
 * read is left alone.
 */
export function allow(
  draft: DesignDraft,
  roleId: string,
  policyName: string,
  actions: readonly string[],
  resources: readonly string[],
): void {
  const role = draft.elements[roleId]
  const policies: unknown = role?.spec.Policies ?? []
  if (role?.kind !== iamRole.kind || !Array.isArray(policies) || actions.length === 0) return
  const mine = objectsAt(role.spec, '/Policies').find(([, policy]) => policy.PolicyName === policyName)?.[1]
  if (!mine) {
    const document = policyDocument(statementFor(actions, resources))
    role.spec.Policies = [...policies, { PolicyName: policyName, PolicyDocument: document }]
    return
  }
  const old: unknown = mine.PolicyDocument
  const document = old === undefined ? policyDocument() : documentOf(old)
  const next = document && withStatement(document, actions, resources)
  if (next === document) return
  mine.PolicyDocument =
    typeof old === 'string' ? JSON.stringify(next, null, old.includes('\n') ? 2 : 0) : next
}

/**
 * Allows a role what a use needs: all of it, or only some actions. Actions that know no resource are allowed on every
 * one; a resource that the drawing does not know is left to be filled in.
 */
export function grantUse(
  draft: DesignDraft,
  roleId: string,
  { use, resource }: Pick<Use, 'use' | 'resource'>,
  actions: readonly string[] = actionsOf(use),
): void {
  const { anywhere = [] } = roleUses[use]
  const everywhere = actions.filter((action) => anywhere.includes(action))
  const there = actions.filter((action) => !anywhere.includes(action))
  allow(draft, roleId, use, everywhere, ['*'])
  allow(draft, roleId, use, there, [resource ?? '<resource-arn>'])
}

/** The same document when it allows all that already. */
function withStatement(document: Spec, actions: readonly string[], resources: readonly string[]): Spec {
  const found = document.Statement
  const statements: Spec[] = found === undefined ? [] : Array.isArray(found) ? [...found] : [found as Spec]
  const at = statements.findIndex((statement) => isPlainAllow(statement, resources))
  const same = statements[at]
  if (!same) return { ...document, Statement: [...statements, statementFor(actions, resources)] }
  const known = textsOf(same.Action).texts
  if (actions.every((action) => known.includes(action))) return document
  statements[at] = { ...same, Action: unique([...known, ...actions]) }
  return { ...document, Statement: statements }
}

/** An unconditional permission on just these resources. */
function isPlainAllow(statement: Spec, resources: readonly string[]): boolean {
  const actions = textsOf(statement.Action)
  const { texts, opaque } = textsOf(statement.Resource)
  const plain = statement.Effect === 'Allow' && !statement.Condition && statement.NotAction === undefined
  const same = texts.length === resources.length && resources.every((resource) => texts.includes(resource))
  return plain && same && !opaque && !actions.opaque
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

function oneOrMany(texts: readonly string[]): string | string[] {
  const [only, ...others] = texts
  return only !== undefined && others.length === 0 ? only : [...texts]
}
