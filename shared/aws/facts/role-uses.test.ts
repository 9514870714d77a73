import { describe, expect, it } from 'vitest'
import { iamRole } from '../../elements/iam-role'
import { grantsOfManagedPolicy, managedPolicyArn } from './managed-policies'
import { actionsOf, type RoleUse, roleUses, trustedBy } from './role-uses'

const uses = Object.keys(roleUses) as RoleUse[]

const allows = (pattern: string, action: string) =>
  new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(action)

describe('the uses of roles', () => {
  it.each(uses)('%s needs actions that IAM could know', (use) => {
    expect(actionsOf(use).length).toBeGreaterThan(0)
    for (const action of actionsOf(use)) expect(action).toMatch(/^[a-z0-9-]+:[A-Z]\w+$/)
  })

  it.each(uses.filter((use) => roleUses[use].policy))('%s is what its managed policy allows', (use) => {
    const grants = grantsOfManagedPolicy(managedPolicyArn(roleUses[use].policy ?? '', 'aws'))
    const patterns = grants?.flatMap((grant) => grant.actions) ?? []
    for (const action of actionsOf(use))
      expect(
        patterns.some((p) => allows(p, action)),
        action,
      ).toBe(true)
  })

  it('a new role is one that tasks may assume', () => {
    expect(iamRole.defaults('orders').AssumeRolePolicyDocument).toContain(trustedBy.task)
    expect(trustedBy.execution).toBe(trustedBy.task)
  })
})

describe('a managed policy', () => {
  it.each([
    'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
    'arn:aws-cn:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
    'arn:aws:iam::aws:policy/AmazonSQSFullAccess',
  ])('%s is known', (arn) => expect(grantsOfManagedPolicy(arn)).toBeDefined())

  it.each([
    'arn:aws:iam::123456789012:policy/AmazonSQSFullAccess',
    'arn:aws:iam::aws:policy/AmazonPollyFullAccess',
    'AmazonSQSFullAccess',
    '@{policy}',
  ])('%s is not', (arn) => expect(grantsOfManagedPolicy(arn)).toBeUndefined())

  it('stands in AWS’s folder', () => {
    expect(managedPolicyArn('AmazonECSTaskExecutionRolePolicy', 'aws-cn')).toBe(
      'arn:aws-cn:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
    )
    expect(managedPolicyArn('AmazonECSInfrastructureRolePolicyForLoadBalancers', 'aws')).toBe(
      'arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers',
    )
  })
})
