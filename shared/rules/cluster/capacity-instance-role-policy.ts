import { actionsOf, MANAGED_INSTANCE_POLICY, roleUses } from '../../aws/facts/role-uses'
import { autoScalingGroup as groupKind } from '../../elements/auto-scaling-group'
import { capacityProvider } from '../../elements/capacity-provider'
import { containerInstance } from '../../elements/container-instance'
import { iamRole } from '../../elements/iam-role'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { deniedOf } from '../../graph/permissions'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { addManagedPolicy } from '../fixes-roles'
import { defineRule } from '../rule'
import { cluster, instances, managedProvider } from './examples'

const AT = '/ManagedPolicyArns'
const POLICY = roleUses['register-instance'].policy ?? ''
const aws = (path: string) => `arn:aws:iam::aws:policy/${path}`

export const capacityInstanceRolePolicy = defineRule({
  id: 'capacity-instance-role-policy',
  severity: 'warning',
  on: [iamRole],
  title: 'The role of container instances lets their agent register',
  message:
    'Role “{role}” does not let container instances register ({actions}); attach {policy}, or the same permissions.',
  why: 'The agent registers its instance, asks ECS what to run, and reports how it went, all with the role in the instance profile. Without these permissions the instance never shows up in the cluster. That the role may also pull images and write logs is needed only for tasks without an execution role.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:security-iam-awsmanpol', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    const kinds = usersOf(graph, id)
    if (kinds.size === 0) return
    const actions = deniedOf(graph, id, actionsOf('register-instance'))
    if (actions.length === 0) return
    const policy =
      kinds.has(containerInstance.kind) || kinds.has(groupKind.kind) ? POLICY : MANAGED_INSTANCE_POLICY
    report({
      at: AT,
      values: { role: nameOf(graph, id), actions: actions.join(', '), policy },
      fix: {
        title: say`Attach ${policy} to “${nameOf(graph, id)}”`,
        apply: (draft) => addManagedPolicy(draft, id, policy),
      },
    })
  },
  examples: () => ({
    valid: {
      'the managed policy': withRole({ ManagedPolicyArns: [aws(`service-role/${POLICY}`)] }),
      'the same permissions in a policy of one’s own': withRole({
        Policies: [
          {
            PolicyName: 'agent',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Action: ['ecs:Poll', 'ecs:RegisterContainerInstance', 'ecs:Submit*'],
                  Resource: '*',
                },
              ],
            },
          },
        ],
      }),
      'a policy of the account, which the drawing does not know': withRole({
        ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/agent'],
      }),
      'a role that is in AWS already': drawing({
        ...withRole({}).elements,
        role: element('iam-role', { RoleName: 'ecsInstanceRole' }, { existing: { name: 'ecsInstanceRole' } }),
      }),
      'a role for something else': drawing({
        role: element('iam-role', { RoleName: 'web', ManagedPolicyArns: [aws('AmazonS3ReadOnlyAccess')] }),
      }),
      'managed instances with their policy': managed([aws(MANAGED_INSTANCE_POLICY)]),
    },
    invalid: {
      'access to S3 only': {
        design: withRole({ ManagedPolicyArns: [aws('AmazonS3ReadOnlyAccess')] }),
        element: 'role',
        at: AT,
      },
      'nothing at all': { design: withRole({}), element: 'role', at: AT },
      'managed instances without their policy': { design: managed([]), element: 'role', at: AT },
    },
  }),
})

/** The kinds of what has the role by an instance profile. */
function usersOf(graph: Graph, role: string): ReadonlySet<string> {
  const users = incoming(graph, role, 'contains-role').flatMap((line) =>
    incoming(graph, line.from, 'instance-profile'),
  )
  const known: readonly string[] = [containerInstance.kind, groupKind.kind, capacityProvider.kind]
  const kinds = users.map(({ from }) => graph.element(from)?.kind ?? '')
  return new Set(kinds.filter((kind) => known.includes(kind)))
}

function withRole(spec: Readonly<Record<string, unknown>>) {
  return drawing({
    main: cluster(),
    hosts: instances({ IamInstanceProfile: { Arn: '@{profile}' } }),
    profile: element('instance-profile', { InstanceProfileName: 'ecs', Roles: ['@{role.name}'] }),
    role: element('iam-role', { RoleName: 'ecsInstanceRole', ...spec }),
  })
}

function managed(ManagedPolicyArns: readonly string[]) {
  return drawing({
    main: cluster(),
    managed: managedProvider({}, { ec2InstanceProfileArn: '@{profile}' }),
    profile: element('instance-profile', { InstanceProfileName: 'ecs', Roles: ['@{role.name}'] }),
    role: element('iam-role', { RoleName: 'ecsInstanceRole', ManagedPolicyArns }),
  })
}
