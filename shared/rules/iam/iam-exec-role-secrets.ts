import { partShape } from '../../elements/parts/imported-shape'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, element, fargateTask } from '../examples'
import { executionRoleFix } from '../fixes'
import { containerName, isAbsent } from '../reading'
import { defineRule } from '../rule'

const password = [{ name: 'DB_PASSWORD', valueFrom: '@{db-password}' }]
const dbPassword = element('secret', { Name: 'db-password' })
const role = element('iam-role', { RoleName: 'ecsTaskExecutionRole' })

export const iamExecRoleSecrets = defineRule({
  id: 'iam-exec-role-secrets',
  severity: 'error',
  on: [taskDefinition],
  title: 'Secrets are read with the task execution role',
  message:
    'Container “{container}” is given secrets, which ECS reads with the task execution role; attach one.',
  why: 'ECS itself fetches the values from Secrets Manager or Parameter Store before the container starts, and does so with the task execution role, on every launch type. Without one RegisterTaskDefinition refuses the definition. The instance profile does not stand in for it, and the task role is for the application’s own calls.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      checked: '2026-11-21',
    },
    { ref: 'ERR:hashicorp/terraform-provider-aws#6503', checked: '2026-11-21' },
  ],
  check({ id, element, spec, report }) {
    if (!isAbsent(element.spec.executionRoleArn) || partShape(element)) return
    const containers = spec.containerDefinitions ?? []
    const reader = containers.findIndex(
      ({ secrets, logConfiguration }) => !isAbsent(secrets) || !isAbsent(logConfiguration?.secretOptions),
    )
    if (reader < 0) return
    report({
      at: '/executionRoleArn',
      values: { container: containerName(containers[reader]?.name, reader) },
      fix: executionRoleFix(id),
    })
  },
  examples: {
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
      'for the log driver': {
        design: drawing({
          token: element('secret', { Name: 'splunk-token' }),
          task: fargateTask({
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
  },
})
