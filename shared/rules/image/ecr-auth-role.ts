import { roleUses } from '../../aws/facts/role-uses'
import { taskDefinition } from '../../elements/task-definition'
import { nameOf } from '../../graph/graph'
import { roleFor } from '../../graph/role-for'
import { runsOf } from '../../graph/runs'
import { usesOf } from '../../graph/usage'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, element, service } from '../examples'
import { addManagedPolicy } from '../fixes-roles'
import { imagesOf, shownImage } from '../images'
import { defineRule } from '../rule'
import { IMAGE } from './examples'

const POLICY = roleUses['register-instance'].policy ?? ''

export const ecrAuthRole = defineRule({
  id: 'ecr-auth-role',
  severity: 'warning',
  on: [taskDefinition],
  title: 'On EC2 the instances or an execution role may pull from ECR',
  message: 'There is no execution role, and the instances’ role “{role}” may not pull “{image}” from ECR.',
  why: 'ECR hands out no image without a login. On EC2 the agent logs in with the task execution role, or, when there is none, with the role of the instance profile; one of them must be allowed to read from ECR.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
      checked: '2026-11-21',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_ECS.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, graph, report }) {
    if (spec.executionRoleArn) return
    const runs = runsOf(graph, id).filter(({ launch }) => launch === 'EC2')
    if (runs.length === 0) return
    for (const use of usesOf(graph, id)) {
      if (use.use !== 'pull-image') continue
      const role = runs
        .map((run) => roleFor(graph, use, run))
        .find((answer) => answer.role === 'instance' && answer.missing === 'permission')?.element
      if (role === undefined) continue
      const image = imagesOf(graph, id).find(({ at }) => at === use.at)
      const shown = image ? shownImage(graph, image) : ''
      report({
        at: use.at,
        values: { role: nameOf(graph, role), image: shown },
        fix: {
          title: say`Attach the policy ${POLICY}`,
          apply: (draft) => addManagedPolicy(draft, role, POLICY),
        },
      })
    }
  },
  examples: () => ({
    valid: {
      'AWS’s policy for instances': onInstances({
        ManagedPolicyArns: [`arn:aws:iam::aws:policy/service-role/${POLICY}`],
      }),
      'an execution role instead': onInstances({}, { executionRoleArn: '@{role}' }),
      'a role of which nothing is known': onInstances(undefined),
      'a public image': onInstances(
        {},
        { containerDefinitions: [container({ image: 'nginx:1.27', memory: 512 })] },
      ),
    },
    invalid: {
      'a role that may do nothing': { design: onInstances({}), element: 'task', at: IMAGE },
    },
  }),
})

/** A service on instances whose role has those permissions; undefined: it exists, and nothing is said about it. */
function onInstances(
  permissions: Readonly<Record<string, unknown>> | undefined,
  spec: Readonly<Record<string, unknown>> = {},
) {
  const role = { RoleName: 'ecsInstanceRole', ...permissions }
  const known = permissions === undefined ? { existing: { arn: 'arn:aws:iam::123456789012:role/r' } } : {}
  return drawing({
    main: element('cluster', { clusterName: 'main' }),
    role: element('iam-role', role, known),
    profile: element('instance-profile', { InstanceProfileName: 'ecsInstanceRole', Roles: ['@{role.name}'] }),
    instances: element('container-instance', {
      cluster: '@{main}',
      agentConnected: true,
      InstanceType: 't3.medium',
      IamInstanceProfile: { Arn: '@{profile}' },
    }),
    repository: element('ecr-repository', { repositoryName: 'web' }),
    task: ec2Task({
      containerDefinitions: [container({ image: '@{repository.uri}:1', memory: 512 })],
      ...spec,
    }),
    web: service({ cluster: '@{main}', launchType: 'EC2' }),
  })
}
