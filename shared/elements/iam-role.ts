import { item, json, line, list, spec, tags, text, whole } from './fields'
import { defineKind } from './kind'
import { iamArnOf, iamNamed } from './parts/identifiers'

/** Who ECS tasks are, to IAM: both the task role and the task execution role are assumed by this service. */
const trustTasks = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
})

/**
 * CreateRole input, with the policies as CloudFormation's AWS::IAM::Role spells them, because the API has further calls
 * for them. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export const iamRole = defineKind({
  kind: 'iam-role',
  label: 'IAM role',
  summary: 'Permissions of a task, of ECS on a task’s behalf, or of an instance.',
  category: 'security',
  keywords: ['task role', 'execution role', 'permissions', 'policy'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
  icon: 'iam-role',
  spec: spec({
    RoleName: text('Role name', 'Unique in the account, up to 64 characters.', { main: true }),
    Path: text('Path', 'Folder of the name.', { default: '/' }),
    Description: text('Description', 'What it is for.', { main: true }),
    AssumeRolePolicyDocument: text('Trust policy', 'Who may assume it, as JSON.', {
      main: true,
      control: 'multiline',
    }),
    ManagedPolicyArns: list('Managed policies', 'ARNs of policies that it has.', line, {
      main: true,
      group: 'Permissions',
    }),
    Policies: list(
      'Inline policies',
      'Policies of this role only.',
      item({
        PolicyName: text('Policy name', 'Unique in the role.'),
        PolicyDocument: json('Policy document', 'What it allows and denies.', { control: 'multiline' }),
      }),
      { main: true, group: 'Permissions' },
    ),
    PermissionsBoundary: text('Permissions boundary', 'ARN of a policy that limits all others.', {
      group: 'Permissions',
    }),
    MaxSessionDuration: whole('Session duration', 'At most.', { unit: 'seconds', default: '3600' }),
    Tags: tags(),
  }),
  defaults: (name) => ({ RoleName: name, AssumeRolePolicyDocument: trustTasks }),
  name: '/RoleName',
  attributes: { arn: iamArnOf('role', '/RoleName'), name: iamNamed('/RoleName') },
  relations: [],
})
