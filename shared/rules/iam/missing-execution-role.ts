/** What ECS can't do for a task that has no task execution role. */
import type { RoleUse } from '../../aws/facts/role-uses'
import { textAt } from '../../elements/parts/reading'
import { taskDefinition } from '../../elements/task-definition'
import { resolved } from '../../graph/graph'
import { container, drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { executionRoleFix } from '../fixes'
import { isWritten, launchName, nameOfContainer } from '../reading'
import { defineRule, type Rule, type RuleDeclaration, ruleFamily } from '../rule'
import { isMisspelt } from '../task/strangers'
import { missingFor } from './answers'

interface Row extends Omit<RuleDeclaration<readonly [typeof taskDefinition]>, 'on' | 'check' | 'severity'> {
  readonly uses: readonly RoleUse[]
}

/** The message may name the `{launch}` type, the `{container}`, and `{what}` is used. */
function needsExecutionRole({ uses, ...row }: Row): Rule {
  return defineRule({
    ...row,
    severity: 'error',
    on: [taskDefinition],
    check({ id, element, spec, graph, report }) {
      if (isWritten(element, '/executionRoleArn') || isMisspelt(element.spec, 'executionRoleArn')) return
      const missing = missingFor(graph, id, uses).find(
        (answer) => answer.missing === 'role' && answer.role === 'execution',
      )
      if (!missing) return
      const { use, launch } = missing
      report({
        at: '/executionRoleArn',
        values: {
          launch: launch === undefined ? '' : launchName(launch),
          container: nameOfContainer(spec, use.container ?? 0),
          what: resolved(graph, textAt(element.spec, use.at) ?? ''),
        },
        fix: executionRoleFix(id),
      })
    },
  })
}

const guide = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  checked: '2026-11-26',
}
const role = element('iam-role', { RoleName: 'ecsTaskExecutionRole' })
const orders = element('ecr-repository', { repositoryName: 'orders' })
const dbPassword = element('secret', { Name: 'db-password' })
const password = [{ name: 'DB_PASSWORD', valueFrom: '@{db-password}' }]
const fromEcr = container({ image: '@{orders}:1.4' })
const logging = container({
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' },
  },
})
const login = { repositoryCredentials: { credentialsParameter: '@{login}' } }
const files = { environmentFiles: [{ type: 's3', value: '@{settings.arn}/web.env' }] }
const settings = element('s3-bucket', { Bucket: 'web-settings' })

export const missingExecutionRole = ruleFamily([
  needsExecutionRole({
    id: 'iam-exec-role-ecr',
    uses: ['pull-image'],
    title: 'Away from EC2, images in ECR need the task execution role',
    message: '{launch} pulls “{what}” from Amazon ECR with the task execution role; attach one.',
    why: 'A private repository lets nobody in without credentials. On EC2 those of the instance profile do; on Fargate, on managed and on external instances ECS has the task execution role only. ECR Public needs no role.',
    sources: [guide, { ref: 'ERR:hashicorp/terraform-provider-aws#3051', checked: '2026-11-21' }],
    examples: () => ({
      valid: {
        'with the role': drawing({
          role,
          orders,
          task: fargateTask({ executionRoleArn: '@{role}', containerDefinitions: [fromEcr] }),
        }),
        'a public image': drawing({ task: fargateTask() }),
        'on EC2, where the instance profile does it': drawing({
          orders,
          task: ec2Task({ containerDefinitions: [{ ...fromEcr, memory: 512 }] }),
        }),
        'a role that the standalone task brings, in a definition that claims nothing': drawing({
          role,
          orders,
          task: fargateTask({ requiresCompatibilities: undefined, containerDefinitions: [fromEcr] }),
          nightly: element('task', {
            taskDefinition: '@{task}',
            launchType: 'FARGATE',
            networkConfiguration: inSubnets,
            overrides: { executionRoleArn: '@{role}' },
          }),
        }),
        'while nothing says how the task runs': drawing({
          orders,
          task: fargateTask({ requiresCompatibilities: undefined, containerDefinitions: [fromEcr] }),
        }),
      },
      invalid: {
        'a repository of the drawing, on Fargate': {
          design: drawing({ orders, task: fargateTask({ containerDefinitions: [fromEcr] }) }),
          element: 'task',
          at: '/executionRoleArn',
        },
        'the dual-stack name of a registry, on an external instance': {
          design: drawing({
            task: ec2Task({
              requiresCompatibilities: ['EXTERNAL'],
              containerDefinitions: [
                container({ memory: 512, image: '123456789012.dkr-ecr.eu-west-1.on.aws/orders:1.4' }),
              ],
            }),
          }),
          element: 'task',
          at: '/executionRoleArn',
        },
      },
    }),
  }),
  needsExecutionRole({
    id: 'iam-exec-role-awslogs',
    uses: ['write-logs'],
    title: 'Away from EC2, awslogs needs the task execution role',
    message: '{launch} writes CloudWatch logs with the task execution role; attach one.',
    why: 'The awslogs driver runs outside the container and needs credentials of its own. On EC2 it can fall back to the instance profile; Fargate, managed instances and external instances have no such fallback, so the task fails to start.',
    sources: [guide, { ref: 'ERR:virtual-kubelet/virtual-kubelet#193', checked: '2026-11-21' }],
    examples: () => ({
      valid: {
        'with the role': drawing({
          role,
          task: fargateTask({ executionRoleArn: '@{role}', containerDefinitions: [logging] }),
        }),
        'on EC2, where the instance profile does it': drawing({
          task: ec2Task({ containerDefinitions: [{ ...logging, memory: 512 }] }),
        }),
        'no awslogs': drawing({ task: fargateTask() }),
      },
      invalid: {
        'on Fargate': {
          design: drawing({ task: fargateTask({ containerDefinitions: [logging] }) }),
          element: 'task',
          at: '/executionRoleArn',
        },
        'on an external instance': {
          design: drawing({
            task: ec2Task({
              requiresCompatibilities: ['EXTERNAL'],
              containerDefinitions: [{ ...logging, memory: 512 }],
            }),
          }),
          element: 'task',
          at: '/executionRoleArn',
        },
        'on managed instances, by the service’s strategy': {
          design: drawing({
            managed: element('capacity-provider', { name: 'managed', managedInstancesProvider: {} }),
            task: fargateTask({ requiresCompatibilities: undefined, containerDefinitions: [logging] }),
            web: service({
              capacityProviderStrategy: [{ capacityProvider: '@{managed}', weight: 1 }],
              networkConfiguration: inSubnets,
            }),
          }),
          element: 'task',
          at: '/executionRoleArn',
        },
      },
    }),
  }),
  needsExecutionRole({
    id: 'iam-exec-role-secrets',
    uses: ['read-secret', 'read-parameter'],
    title: 'Secrets are read with the task execution role',
    message:
      'Container “{container}” is given secrets, which ECS reads with the task execution role; attach one.',
    why: 'ECS itself fetches the values from Secrets Manager or Parameter Store before the container starts, and does so with the task execution role, on every launch type. Without one RegisterTaskDefinition refuses the definition. The instance profile does not stand in for it, and the task role is for the application’s own calls.',
    sources: [guide, { ref: 'ERR:hashicorp/terraform-provider-aws#6503', checked: '2026-11-21' }],
    examples: () => ({
      valid: {
        'with the role': drawing({
          role,
          'db-password': dbPassword,
          task: ec2Task({
            executionRoleArn: '@{role}',
            containerDefinitions: [container({ memory: 512, secrets: password })],
          }),
        }),
        'a placeholder for the role': drawing({
          'db-password': dbPassword,
          task: fargateTask({
            executionRoleArn: '<execution-role-arn>',
            containerDefinitions: [container({ secrets: password })],
          }),
        }),
        'only the containers, as Terraform keeps them: the role stands elsewhere': drawing({
          'db-password': dbPassword,
          task: element(
            'task-definition',
            { containerDefinitions: [container({ secrets: password })] },
            { imported: { shape: 'containers' } },
          ),
        }),
        'an empty list of secrets': drawing({
          task: fargateTask({ containerDefinitions: [container({ secrets: [] })] }),
        }),
        'plain environment variables': drawing({
          task: fargateTask({
            containerDefinitions: [container({ environment: [{ name: 'STAGE', value: 'test' }] })],
          }),
        }),
      },
      invalid: {
        'on EC2': {
          design: drawing({
            'db-password': dbPassword,
            task: ec2Task({ containerDefinitions: [container({ memory: 512, secrets: password })] }),
          }),
          element: 'task',
          at: '/executionRoleArn',
        },
        'with the role of that name already drawn': {
          design: drawing({
            role,
            'db-password': dbPassword,
            task: fargateTask({ containerDefinitions: [container({ secrets: password })] }),
          }),
          element: 'task',
          at: '/executionRoleArn',
        },
        'for the log driver, while nothing says how the task runs': {
          design: drawing({
            token: element('secret', { Name: 'splunk-token' }),
            task: fargateTask({
              requiresCompatibilities: undefined,
              containerDefinitions: [
                container(),
                container({
                  name: 'worker',
                  logConfiguration: {
                    logDriver: 'splunk',
                    options: { 'splunk-url': 'https://splunk.example.com:8088' },
                    secretOptions: [{ name: 'splunk-token', valueFrom: '@{token}' }],
                  },
                }),
              ],
            }),
          }),
          element: 'task',
          at: '/executionRoleArn',
        },
      },
    }),
  }),
  needsExecutionRole({
    id: 'iam-exec-role-registry',
    uses: ['registry-credentials'],
    title: 'The login of a private registry is read with the task execution role',
    message:
      'ECS reads the registry login of container “{container}” with the task execution role; attach one.',
    why: 'The user name and password are in Secrets Manager, and ECS needs them before it can pull the image. It reads them with the task execution role, on every launch type.',
    sources: [
      guide,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html',
        checked: '2026-11-26',
      },
    ],
    examples: () => ({
      valid: {
        'with the role': drawing({
          role,
          login: element('secret', { Name: 'registry' }),
          task: fargateTask({ executionRoleArn: '@{role}', containerDefinitions: [container(login)] }),
        }),
        'an empty configuration': drawing({
          task: ec2Task({ containerDefinitions: [container({ memory: 512, repositoryCredentials: {} })] }),
        }),
      },
      invalid: {
        'on EC2': {
          design: drawing({
            login: element('secret', { Name: 'registry' }),
            task: ec2Task({ containerDefinitions: [container({ memory: 512, ...login })] }),
          }),
          element: 'task',
          at: '/executionRoleArn',
        },
      },
    }),
  }),
  needsExecutionRole({
    id: 'iam-exec-role-env-files',
    uses: ['environment-files'],
    title: 'Environment files are read with the task execution role',
    message:
      'ECS reads the environment files of container “{container}” from S3 with the task execution role; attach one that may call s3:GetObject.',
    why: 'ECS fetches the files before the container starts. It does so with the task execution role, on every launch type, and the managed policy of that role does not allow it: the role needs s3:GetObject on the files.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/taskdef-envfiles.html',
        checked: '2026-11-21',
      },
    ],
    examples: () => ({
      valid: {
        'with the role': drawing({
          role,
          settings,
          task: fargateTask({ executionRoleArn: '@{role}', containerDefinitions: [container(files)] }),
        }),
        'an empty list': drawing({
          task: fargateTask({ containerDefinitions: [container({ environmentFiles: [] })] }),
        }),
      },
      invalid: {
        'on Fargate': {
          design: drawing({ settings, task: fargateTask({ containerDefinitions: [container(files)] }) }),
          element: 'task',
          at: '/executionRoleArn',
        },
      },
    }),
  }),
])
