/** What the task execution role must be allowed beside pulling images and writing logs. */
import { managedPolicyArn } from '../../aws/facts/managed-policies'
import { container, drawing, ec2Task, element, fargateTask, service } from '../examples'
import { ruleFamily } from '../rule'
import { workloads } from './answers'
import { permissionRule } from './permission-rule'

const managed = managedPolicyArn('AmazonECSTaskExecutionRolePolicy', 'aws')
const guide = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  checked: '2026-11-26',
}
const dbPassword = element('secret', { Name: 'db-password' })
const reading = {
  executionRoleArn: '@{role}',
  containerDefinitions: [
    container({ memory: 256, secrets: [{ name: 'DB_PASSWORD', valueFrom: '@{db-password}' }] }),
  ],
}
const logging = (create: string) => ({
  executionRoleArn: '@{role}',
  containerDefinitions: [
    container({
      memory: 256,
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-create-group': create,
          'awslogs-group': '/ecs/web',
          'awslogs-region': 'eu-west-1',
          'awslogs-stream-prefix': 'web',
        },
      },
    }),
  ],
})
const withFiles = {
  executionRoleArn: '@{role}',
  containerDefinitions: [container({ environmentFiles: [{ type: 's3', value: '@{settings.arn}/web.env' }] })],
}

export const executionRolePermissions = ruleFamily([
  permissionRule({
    id: 'iam-exec-role-secret-actions',
    on: workloads,
    uses: ['read-secret', 'read-parameter', 'decrypt-secret', 'registry-credentials', 'share-credentials'],
    title: 'The execution role may read the secrets that it is asked for',
    message: 'Task execution role “{role}” may not read {what}; allow it {actions}.',
    why: 'ECS reads secrets with the task execution role before a container starts, and its managed policy allows neither Secrets Manager nor Parameter Store: each secret has to be allowed by a statement of one’s own, and so has the KMS key, if it is not AWS’s.',
    sources: [
      guide,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
        checked: '2026-11-26',
      },
    ],
    examples: () => ({
      valid: {
        'allowed on the secret': drawing({
          role: roleWith({ Action: 'secretsmanager:GetSecretValue', Resource: '@{db-password.arn}' }),
          'db-password': dbPassword,
          task: fargateTask(reading),
        }),
        'an existing role of which nothing is known': drawing({
          role: element('iam-role', {}, { existing: { arn: 'arn:aws:iam::123456789012:role/web' } }),
          'db-password': dbPassword,
          task: fargateTask(reading),
        }),
        'a role that is only named': drawing({
          'db-password': dbPassword,
          task: fargateTask({ ...reading, executionRoleArn: 'arn:aws:iam::123456789012:role/web' }),
        }),
        'AWS’s own key for the encryption': drawing({
          role: roleWith({ Action: 'secretsmanager:*', Resource: '*' }),
          'db-password': element('secret', { Name: 'db-password', KmsKeyId: 'alias/aws/secretsmanager' }),
          task: fargateTask(reading),
        }),
      },
      invalid: {
        'the managed policy alone': {
          design: drawing({
            role: element('iam-role', { RoleName: 'web', ManagedPolicyArns: [managed] }),
            'db-password': dbPassword,
            task: fargateTask(reading),
          }),
          element: 'task',
          at: '/containerDefinitions/0/secrets/0/valueFrom',
        },
        'a key of the account’s own that it may not use': {
          design: drawing({
            role: roleWith({ Action: 'secretsmanager:GetSecretValue', Resource: '@{db-password.arn}' }),
            'db-password': element('secret', {
              Name: 'db-password',
              KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
            }),
            task: ec2Task(reading),
          }),
          element: 'task',
          at: '/containerDefinitions/0/secrets/0/valueFrom',
        },
        'a boundary that forbids it': {
          design: drawing({
            role: element('iam-role', {
              RoleName: 'web',
              Policies: [policy({ Action: 'secretsmanager:*', Resource: '*' })],
              PermissionsBoundary: 'arn:aws:iam::aws:policy/AmazonS3FullAccess',
            }),
            'db-password': dbPassword,
            task: fargateTask(reading),
          }),
          element: 'task',
          at: '/containerDefinitions/0/secrets/0/valueFrom',
        },
      },
    }),
  }),
  permissionRule({
    id: 'iam-exec-role-create-group',
    on: workloads,
    uses: ['create-log-group'],
    title: 'Whoever is to make a log group may do so',
    message:
      'Role “{role}” is to make the log group (awslogs-create-group), but may not; allow it {actions}, or draw the log group and leave the option out.',
    why: 'The log driver makes the group with the task execution role, or on EC2 without one with the instance profile. Neither managed policy allows logs:CreateLogGroup, so the container would not start.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
        checked: '2026-11-26',
      },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
        checked: '2026-11-26',
      },
    ],
    examples: () => ({
      valid: {
        allowed: drawing({
          role: roleWith({ Action: 'logs:*', Resource: '*' }),
          task: fargateTask(logging('true')),
        }),
        'not asked for': drawing({
          role: element('iam-role', { RoleName: 'web', ManagedPolicyArns: [managed] }),
          task: fargateTask(logging('false')),
        }),
      },
      invalid: {
        'the managed policy alone': {
          design: drawing({
            role: element('iam-role', { RoleName: 'web', ManagedPolicyArns: [managed] }),
            task: fargateTask(logging('true')),
          }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration/options/awslogs-create-group',
        },
        'the instance profile, on EC2': {
          design: drawing({
            cluster: element('cluster', { clusterName: 'main' }),
            role: element('iam-role', {
              RoleName: 'ecsInstanceRole',
              ManagedPolicyArns: [managedPolicyArn('AmazonEC2ContainerServiceforEC2Role', 'aws')],
            }),
            profile: element('instance-profile', { InstanceProfileName: 'main', Roles: ['@{role.name}'] }),
            instances: element('container-instance', {
              cluster: '@{cluster}',
              agentConnected: true,
              IamInstanceProfile: { Arn: '@{profile}' },
            }),
            task: ec2Task({ ...logging('true'), executionRoleArn: undefined }),
            web: service({ cluster: '@{cluster}', launchType: 'EC2' }),
          }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration/options/awslogs-create-group',
        },
      },
    }),
  }),
  permissionRule({
    id: 'iam-exec-role-s3-actions',
    on: workloads,
    uses: ['environment-files', 'firelens-config'],
    yieldsTo: ['container-env-file'],
    title: 'The execution role may read the files that it is asked for',
    message: 'Task execution role “{role}” may not read {what}; allow it {actions}.',
    why: 'ECS fetches environment files and a log router’s configuration from S3 with the task execution role, whose managed policy does not allow that.',
    sources: [
      guide,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
        checked: '2026-11-26',
      },
    ],
    examples: () => ({
      valid: {
        'allowed on the bucket': drawing({
          settings: element('s3-bucket', { Bucket: 'web-settings' }),
          role: roleWith({ Action: 's3:GetObject', Resource: '@{settings.arn}/*' }),
          task: fargateTask(withFiles),
        }),
        'a policy of the account’s own, whose content nobody knows': drawing({
          settings: element('s3-bucket', { Bucket: 'web-settings' }),
          role: element('iam-role', {
            RoleName: 'web',
            ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/web'],
          }),
          task: fargateTask(withFiles),
        }),
      },
      invalid: {
        'the managed policy alone': {
          design: drawing({
            settings: element('s3-bucket', { Bucket: 'web-settings' }),
            role: element('iam-role', { RoleName: 'web', ManagedPolicyArns: [managed] }),
            task: fargateTask(withFiles),
          }),
          element: 'task',
          at: '/containerDefinitions/0/environmentFiles/0/value',
        },
      },
    }),
  }),
])

function policy(statement: Readonly<Record<string, unknown>>) {
  return {
    PolicyName: 'web',
    PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] },
  }
}

function roleWith(statement: Readonly<Record<string, unknown>>) {
  return element('iam-role', {
    RoleName: 'web',
    ManagedPolicyArns: [managed],
    Policies: [policy(statement)],
  })
}
