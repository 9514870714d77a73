import { setAt, valueAt } from '../../basics/json'
import { refer } from '../../design/references'
import { autoScalingGroup as groupKind } from '../../elements/auto-scaling-group'
import { containerInstance } from '../../elements/container-instance'
import { groupOf, providersOf } from '../../graph/capacity'
import { type Graph, nameOf, outgoing } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { fillProfile, instanceProfileFor } from '../fixes-roles'
import { isAbsent, isUnknownAt } from '../reading'
import { defineRule, type Fix } from '../rule'
import { asgProvider, autoScalingGroup, cluster, instances } from './examples'

/** Where a kind of element names the profile of its instances. */
const profileAt: Readonly<Record<string, string>> = {
  [containerInstance.kind]: '/IamInstanceProfile',
  [groupKind.kind]: '/LaunchTemplateData/IamInstanceProfile',
}

export const capacityInstanceNoProfile = defineRule({
  id: 'capacity-instance-no-profile',
  severity: 'error',
  on: [containerInstance, groupKind],
  title: 'Container instances have an instance profile',
  message:
    '“{instances}” has no instance profile, so its agent may not call ECS, ECR or CloudWatch Logs; attach one.',
  variants: {
    empty:
      'Instance profile “{profile}” holds no role, so the agent of “{instances}” may do nothing; put one in.',
  },
  why: 'The ECS agent calls ECS with the role in the instance profile: to register the instance, to be told what to run, and to report. On EC2 the role also pulls images and writes logs for tasks without an execution role. An instance without one never joins its cluster.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, graph, report }) {
    if (element.existing || !joins(graph, id)) return
    const group = groupOf(graph, id)
    const at = profileAt[element.kind] ?? ''
    const values = { instances: nameOf(graph, id) }
    if (group && !group.hasProfile && !isUnknownAt(element, at))
      return report({ at, values, fix: attachFix(id, at) })
    const profile = group?.profile
    const drawn = profile === undefined ? undefined : graph.element(profile)
    if (profile === undefined || !drawn || drawn.existing || !isAbsent(drawn.spec.Roles)) return
    report({
      at,
      variant: 'empty',
      values: { ...values, profile: nameOf(graph, profile) },
      fix: {
        title: say`Put the role ecsInstanceRole into “${nameOf(graph, profile)}”`,
        apply: (draft) => fillProfile(draft, profile),
      },
    })
  },
  examples: () => ({
    valid: {
      'a profile with its role': drawing({
        hosts: instances({ cluster: 'main', IamInstanceProfile: { Arn: '@{profile}' } }),
        profile: element('instance-profile', {
          InstanceProfileName: 'ecsInstanceRole',
          Roles: ['@{role.name}'],
        }),
        role: element('iam-role', { RoleName: 'ecsInstanceRole' }),
      }),
      'a profile that is not drawn': drawing({ hosts: instances({ cluster: 'main' }) }),
      'a launch template, which may name one': drawing({
        hosts: instances({
          cluster: 'main',
          IamInstanceProfile: undefined,
          LaunchTemplate: { LaunchTemplateName: 'ecs' },
        }),
      }),
      'an EC2 instance that is no container instance': drawing({
        bastion: element('container-instance', { agentConnected: false }, { label: 'bastion' }),
      }),
      'an Auto Scaling group that no capacity provider uses': drawing({
        workers: autoScalingGroup({ LaunchTemplateData: { InstanceType: 'm7i.large' } }),
      }),
      'an Auto Scaling group of which nothing is drawn': drawing({
        ec2: asgProvider(),
        workers: autoScalingGroup({ LaunchTemplateData: undefined }),
      }),
    },
    invalid: {
      'container instances without': {
        design: drawing({ main: cluster(), hosts: instances({ IamInstanceProfile: undefined }) }),
        element: 'hosts',
        at: '/IamInstanceProfile',
      },
      'an empty one in the launch template of an Auto Scaling group': {
        design: drawing({
          main: cluster({ capacityProviders: ['@{ec2}'] }),
          ec2: asgProvider(),
          workers: autoScalingGroup({
            LaunchTemplateData: { InstanceType: 'm7i.large', IamInstanceProfile: {} },
          }),
        }),
        element: 'workers',
        at: '/LaunchTemplateData/IamInstanceProfile',
      },
      'a profile without a role': {
        design: drawing({
          main: cluster(),
          hosts: instances({ IamInstanceProfile: { Arn: '@{profile}' } }),
          profile: element('instance-profile', { InstanceProfileName: 'ecs' }),
        }),
        element: 'hosts',
        at: '/IamInstanceProfile',
      },
    },
  }),
})

/** Are they to join a cluster? Of an Auto Scaling group its launch template must be drawn, too. */
function joins(graph: Graph, id: string): boolean {
  const { kind, spec } = graph.element(id) ?? {}
  if (kind === groupKind.kind) return providersOf(graph, id).length > 0 && !isAbsent(spec?.LaunchTemplateData)
  return spec?.agentConnected !== false || outgoing(graph, id, 'in-cluster').length > 0
}

function attachFix(id: string, at: string): Fix {
  return {
    title: 'Attach the instance profile ecsInstanceRole',
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      const named = ['Arn', 'Name'].some((member) => !isAbsent(valueAt(spec, `${at}/${member}`)))
      if (!spec || named) return
      setAt(spec, at, { Arn: refer(instanceProfileFor(draft)) })
    },
  }
}
