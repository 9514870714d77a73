/** Roles that quick fixes add, next to the two of a task (`fixes.ts`). */
import { trustedBy } from '../aws/facts/role-uses'
import { slug } from '../basics/slug'
import type { DesignDraft } from '../design/edit'
import { iamRole } from '../elements/iam-role'
import { partitionOf } from '../elements/parts/identifiers'
import { addElement, findElement } from './fixes'

/** The id of a role that ECS itself assumes, with one of AWS's policies for it; made if it is not drawn yet. */
export function infrastructureRole(draft: DesignDraft, name: string, policy: string): string {
  const found = findElement(draft, iamRole.kind, 'RoleName', name)
  if (found !== undefined) return found
  const { RoleName, AssumeRolePolicyDocument } = iamRole.defaults(name)
  const trust = String(AssumeRolePolicyDocument).replace(trustedBy.task, trustedBy.infrastructure)
  return addElement(draft, slug(name, 'infrastructure-role'), {
    kind: iamRole.kind,
    spec: {
      RoleName,
      AssumeRolePolicyDocument: trust,
      ManagedPolicyArns: [`arn:${partitionOf(draft.region)}:iam::aws:policy/${policy}`],
    },
  })
}
