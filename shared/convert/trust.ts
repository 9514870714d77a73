/** Who may assume a role, changed along with what has it. */
import { isObject } from '../basics/json'
import type { Design, Spec } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { partitionOf } from '../elements/parts/identifiers'
import { documentOf } from '../graph/policy'

/** What stands for the cluster's OIDC provider until there is one: `oidc.eks.<region>.amazonaws.com/id/<id>`. */
export const OIDC_PROVIDER = '<oidc-provider>'

/** Lets the pods of a service account assume a role, by the OIDC provider of their cluster. */
export function accountStatement(
  { account, region }: Pick<Design, 'account' | 'region'>,
  namespace: string,
  name: string,
): Spec {
  const provider = `arn:${partitionOf(region)}:iam::${account ?? '<account>'}:oidc-provider/${OIDC_PROVIDER}`
  return {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${OIDC_PROVIDER}:aud`]: 'sts.amazonaws.com',
        [`${OIDC_PROVIDER}:sub`]: `system:serviceaccount:${namespace}:${name}`,
      },
    },
  }
}

/** Lets the EKS Pod Identity Agent hand a role to pods. */
export const podIdentityStatement: Spec = {
  Effect: 'Allow',
  Principal: { Service: 'pods.eks.amazonaws.com' },
  Action: ['sts:AssumeRole', 'sts:TagSession'],
}

/** Lets tasks of ECS assume a role. */
export const taskStatement: Spec = {
  Effect: 'Allow',
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
  Action: 'sts:AssumeRole',
}

/** Adds a statement to a role's trust policy; a policy that can't be read stays as it is. */
export function trust(draft: DesignDraft, role: string, statement: Spec): void {
  const spec = draft.elements[role]?.spec
  if (!spec) return
  const written = spec.AssumeRolePolicyDocument
  const document = written === undefined ? { Version: '2012-10-17', Statement: [] } : documentOf(written)
  if (!document) return
  const found = document.Statement
  const statements = Array.isArray(found) ? found : isObject(found) ? [found] : []
  const changed = { ...document, Statement: [...statements, statement] }
  spec.AssumeRolePolicyDocument = isObject(written) ? changed : JSON.stringify(changed)
}
