/** Roles that quick fixes add, next to the two of a task (`fixes.ts`). */
import { type RoleKind, trustedBy } from '../aws/facts/role-uses'
import { slug } from '../basics/slug'
import type { DesignDraft } from '../design/edit'
import { refer } from '../design/references'
import { iamRole } from '../elements/iam-role'
import { instanceProfile } from '../elements/instance-profile'
import { partitionOf } from '../elements/parts/identifiers'
import { addElement, findElement } from './fixes'

/** The id of a role that ECS itself assumes, with one of AWS's policies for it; made if it is not drawn yet. */
export function infrastructureRole(draft: DesignDraft, name: string, policy: string): string {
  return roleOf(draft, name, 'infrastructure', policy)
}

const INSTANCE_ROLE = 'ecsInstanceRole'

/**
 * The id of the instance profile `ecsInstanceRole`, made with its role if it is not drawn yet.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
 */
export function instanceProfileFor(draft: DesignDraft): string {
  const found = findElement(draft, instanceProfile.kind, 'InstanceProfileName', INSTANCE_ROLE)
  if (found !== undefined) return found
  const role = roleOf(draft, INSTANCE_ROLE, 'instance', 'service-role/AmazonEC2ContainerServiceforEC2Role')
  return addElement(draft, 'ecs-instance-profile', {
    kind: instanceProfile.kind,
    spec: { InstanceProfileName: INSTANCE_ROLE, Roles: [refer(role, 'name')] },
  })
}

function roleOf(draft: DesignDraft, name: string, kind: RoleKind, policy: string): string {
  const found = findElement(draft, iamRole.kind, 'RoleName', name)
  if (found !== undefined) return found
  const { RoleName, AssumeRolePolicyDocument } = iamRole.defaults(name)
  const trust = String(AssumeRolePolicyDocument).replace(trustedBy.task, trustedBy[kind])
  return addElement(draft, slug(name, 'ecs-role'), {
    kind: iamRole.kind,
    spec: {
      RoleName,
      AssumeRolePolicyDocument: trust,
      ManagedPolicyArns: [`arn:${partitionOf(draft.region)}:iam::aws:policy/${policy}`],
    },
  })
}
