import { line, list, spec, tags, text } from './fields'
import { defineKind } from './kind'
import { iamArnOf, iamNamed } from './parts/identifiers'

/**
 * CreateInstanceProfile input, with its role as CloudFormation's AWS::IAM::InstanceProfile spells it.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html
 */
export const instanceProfile = defineKind({
  kind: 'instance-profile',
  label: 'Instance profile',
  summary: 'Gives a role to EC2 instances, so that their ECS agent may register. Fargate has no instances.',
  category: 'security',
  keywords: ['ec2', 'iam', 'container instance role', 'ecsInstanceRole'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
  icon: 'iam',
  spec: spec({
    InstanceProfileName: text('Name', 'Unique in the account.', { main: true }),
    Path: text('Path', 'Folder of the name.', { default: '/' }),
    Roles: list('Role', 'Name of the one role that it holds.', line, { main: true, control: 'reference' }),
    Tags: tags(),
  }),
  defaults: (name) => ({ InstanceProfileName: name }),
  name: '/InstanceProfileName',
  attributes: {
    arn: iamArnOf('instance-profile', '/InstanceProfileName'),
    name: iamNamed('/InstanceProfileName'),
  },
  relations: [
    { path: '/Roles/*', to: ['iam-role'], attribute: 'name', meaning: 'contains-role', draw: 'line' },
  ],
  // No spec of these can hold an instance profile. It can be drawn so that a rule can say what to use instead.
  links: [{ meaning: 'instance-profile', to: ['service', 'task', 'task-definition'] }],
})
