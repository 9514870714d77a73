import { actionsOf, ROLE_NAME_LENGTH } from '../../aws/facts/role-uses'
import { refer } from '../../design/references'
import { capacityProvider } from '../../elements/capacity-provider'
import { iamRole } from '../../elements/iam-role'
import { instanceProfileRoleOf } from '../../graph/capacity'
import { type Graph, nameOf, targetOf } from '../../graph/graph'
import { deniedOf, permission } from '../../graph/permissions'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { defineRule, type Fix } from '../rule'
import { cluster, managedProvider } from './examples'

const AT = '/managedInstancesProvider/instanceLaunchTemplate/ec2InstanceProfileArn'
const PREFIX = 'ecsInstanceRole'

export const capacityManagedRoleName = defineRule({
  id: 'capacity-managed-role-name',
  severity: 'error',
  on: [capacityProvider],
  needs: ['/managedInstancesProvider'],
  title: 'The infrastructure role may pass the role of managed instances',
  message:
    'Infrastructure role “{infrastructure}” may not pass role “{role}” to instances; begin its name with ecsInstanceRole, or allow iam:PassRole.',
  why: 'ECS starts the instances with the infrastructure role and hands them their own, which needs iam:PassRole. AWS’s policy for it allows roles whose names begin with ecsInstanceRole only, so with another name every start fails.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-instance-profile.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (!spec.managedInstancesProvider) return
    const infrastructure = targetOf(graph, id, 'infrastructure-role')
    const role = instanceProfileRoleOf(graph, id)
    if (infrastructure === undefined || role === undefined) return
    // A role that may not start instances either is what iam-infrastructure-role-actions reports.
    if (deniedOf(graph, infrastructure, actionsOf('managed-instances')).length > 0) return
    if (permission(graph, infrastructure, 'iam:PassRole', refer(role, 'arn')) !== 'denied') return
    const fix = renameFix(graph, role)
    report({
      at: AT,
      values: { infrastructure: nameOf(graph, infrastructure), role: nameOf(graph, role) },
      ...(fix && { fix }),
    })
  },
  examples: () => ({
    valid: {
      'a name that begins so': withRole('ecsInstanceRole-batch'),
      'a policy of one’s own that allows it': withRole('batch-instances', {
        Policies: [
          {
            PolicyName: 'pass',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: '@{role.arn}' }],
            },
          },
        ],
      }),
      'an infrastructure role that is not drawn': drawing({
        main: cluster(),
        managed: managedProvider({}, { ec2InstanceProfileArn: '@{profile}' }),
        profile: element('instance-profile', { InstanceProfileName: 'batch', Roles: ['@{role.name}'] }),
        role: element('iam-role', { RoleName: 'batch-instances' }),
      }),
    },
    invalid: {
      'another name': { design: withRole('batch-instances'), element: 'managed', at: AT },
      'a long one': { design: withRole('b'.repeat(ROLE_NAME_LENGTH)), element: 'managed', at: AT },
    },
  }),
})

/** The name of a role that is in AWS already can't be changed. */
function renameFix(graph: Graph, role: string): Fix | undefined {
  const name = specOf(graph, iamRole, role)?.RoleName
  if (name === undefined || graph.element(role)?.existing) return undefined
  const wanted = `${PREFIX}-${name}`.slice(0, ROLE_NAME_LENGTH)
  return setMembers(say`Rename the role to ${wanted}`, role, { '/RoleName': wanted })
}

function withRole(RoleName: string, infrastructure: Readonly<Record<string, unknown>> = {}) {
  const provider = managedProvider({}, { ec2InstanceProfileArn: '@{profile}' })
  return drawing({
    main: cluster(),
    managed: {
      ...provider,
      spec: {
        ...provider.spec,
        managedInstancesProvider: {
          infrastructureRoleArn: '@{infrastructure}',
          instanceLaunchTemplate: {
            ec2InstanceProfileArn: '@{profile}',
            networkConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] },
          },
        },
      },
    },
    infrastructure: element('iam-role', {
      RoleName: 'ecsInfrastructureRole',
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForManagedInstances'],
      ...infrastructure,
    }),
    profile: element('instance-profile', { InstanceProfileName: 'batch', Roles: ['@{role.name}'] }),
    role: element('iam-role', { RoleName }),
  })
}
