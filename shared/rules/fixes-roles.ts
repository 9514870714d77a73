/** Roles that quick fixes add, next to the two of a task (`fixes.ts`). */
import { managedPolicyArn } from '../aws/facts/managed-policies'
import { type RoleKind, roleUses, trustedBy } from '../aws/facts/role-uses'
import { setAt } from '../basics/json'
import { slug } from '../basics/slug'
import type { DesignDraft } from '../design/edit'
import { refer } from '../design/references'
import { iamRole } from '../elements/iam-role'
import { instanceProfile } from '../elements/instance-profile'
import { partitionOf } from '../elements/parts/identifiers'
import { textAt } from '../elements/parts/reading'
import { grantUse } from '../graph/grant'
import type { Use } from '../graph/usage/use'
import { addElement, attachTaskRole, findElement } from './fixes'
import { familyOf } from './reading'

/** Gives a task definition a task role that may do just that; the role that it has is allowed it, too. */
export function attachTaskRoleFor(draft: DesignDraft, taskDefinition: string, uses: readonly Use[]): void {
  const role = attachTaskRole(
    draft,
    taskDefinition,
    `${familyOf(taskDefinition, draft.elements[taskDefinition]?.spec)}-task-role`,
  )
  if (role === undefined) return
  for (const use of uses) grantUse(draft, role, use)
}

/** Adds an AWS managed policy to a role of the drawing, once. */
export function addManagedPolicy(draft: DesignDraft, role: string, policy: string): void {
  const spec = draft.elements[role]?.spec
  if (!spec) return
  const arns: unknown[] = Array.isArray(spec.ManagedPolicyArns) ? spec.ManagedPolicyArns : []
  const arn = managedPolicyArn(policy, partitionOf(draft.region))
  if (!arns.includes(arn)) spec.ManagedPolicyArns = [...arns, arn]
}

/** Names the infrastructure role `ecsInfrastructureRole` where a use wants one, and gives it the policy for that use. */
export function attachInfrastructureRole(draft: DesignDraft, { use, element, roleAt = '' }: Use): void {
  const spec = draft.elements[element]?.spec
  const { policy } = roleUses[use]
  if (!spec || policy === undefined || roleAt === '' || textAt(spec, roleAt) !== undefined) return
  const role = infrastructureRole(draft, 'ecsInfrastructureRole', policy)
  setAt(spec, roleAt, refer(role))
}

/** A trust policy that lets these services assume the role. */
export function trusting(services: readonly string[]) {
  const [only, ...others] = services
  const Service = others.length === 0 ? only : services
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
  }
}

/** The id of a role that ECS itself assumes, with one of AWS's policies for it; made if it is not drawn yet. */
export function infrastructureRole(draft: DesignDraft, name: string, policy: string): string {
  return roleOf(draft, name, 'infrastructure', policy)
}

const INSTANCE_ROLE = 'ecsInstanceRole'
const INSTANCE_POLICY = 'AmazonEC2ContainerServiceforEC2Role'

/**
 * The id of the instance profile `ecsInstanceRole`, made with its role if it is not drawn yet.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
 */
export function instanceProfileFor(draft: DesignDraft, policy = INSTANCE_POLICY): string {
  const found = findElement(draft, instanceProfile.kind, 'InstanceProfileName', INSTANCE_ROLE)
  if (found !== undefined) return found
  const profile = addElement(draft, 'ecs-instance-profile', {
    kind: instanceProfile.kind,
    spec: { InstanceProfileName: INSTANCE_ROLE },
  })
  fillProfile(draft, profile, policy)
  return profile
}

/** Puts the role `ecsInstanceRole` into an instance profile that holds none. */
export function fillProfile(draft: DesignDraft, profile: string, policy = INSTANCE_POLICY): void {
  const spec = draft.elements[profile]?.spec
  if (!spec || (Array.isArray(spec.Roles) && spec.Roles.length > 0)) return
  spec.Roles = [refer(roleOf(draft, INSTANCE_ROLE, 'instance', policy), 'name')]
}

function roleOf(draft: DesignDraft, name: string, kind: RoleKind, policy: string): string {
  const AssumeRolePolicyDocument = JSON.stringify(trusting([trustedBy[kind]]))
  const role =
    findElement(draft, iamRole.kind, 'RoleName', name) ??
    addElement(draft, slug(name, 'ecs-role'), {
      kind: iamRole.kind,
      spec: { RoleName: name, AssumeRolePolicyDocument },
    })
  // What an existing role may do is not known here, so nothing is said about it.
  if (!draft.elements[role]?.existing) addManagedPolicy(draft, role, policy)
  return role
}
