/** What the task role and the infrastructure role must be allowed. */
import { managedPolicyArn } from '../../aws/facts/managed-policies'
import { capacityProvider } from '../../elements/capacity-provider'
import { container, drawing, element, fargateTask, link, onFargate } from '../examples'
import { ruleFamily } from '../rule'
import { workloads } from './answers'
import { CALLS } from './missing-task-role'
import { permissionRule } from './permission-rule'

const invoices = element('s3-bucket', { Bucket: 'orders-invoices' })
const orders = element('dynamodb-table', { TableName: 'orders' })
const calling = fargateTask({ taskRoleArn: '@{role}' })
const volumes = managedPolicyArn('AmazonECSInfrastructureRolePolicyForVolumes', 'aws')

export const otherRolePermissions = ruleFamily([
  permissionRule({
    id: 'iam-task-role-actions',
    on: workloads,
    // EFS is left out: a file system without a policy of its own lets every client in.
    uses: [...CALLS, 'mount-s3files', 'mount-s3files-read-only', 'exec-command'],
    title: 'The task role may do what the drawing says that the task does',
    message:
      'Task role “{role}” has no permission for {what}; allow it {actions}, or what the application needs of it.',
    why: 'What the application calls, ECS Exec and S3 Files all rest on the task role. A call that it does not allow is refused at run time, and a mount that it does not allow keeps the task from starting.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
        checked: '2026-11-26',
      },
    ],
    examples: () => ({
      valid: {
        'one of the actions on the bucket': drawing(
          {
            invoices,
            role: roleWith({ Action: 's3:GetObject', Resource: '@{invoices.arn}/*' }),
            task: calling,
          },
          { one: link('task', 'calls', 'invoices') },
        ),
        'an existing role of which nothing is known': drawing(
          {
            invoices,
            role: element('iam-role', {}, { existing: { arn: 'arn:aws:iam::123456789012:role/web' } }),
            task: calling,
          },
          { one: link('task', 'calls', 'invoices') },
        ),
        'ECS Exec with its four actions': drawing({
          role: roleWith({ Action: 'ssmmessages:*', Resource: '*' }),
          ...onFargate({ enableExecuteCommand: true }, { taskRoleArn: '@{role}' }).elements,
        }),
      },
      invalid: {
        'another bucket, and a table': {
          design: drawing(
            {
              invoices,
              orders,
              role: roleWith({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::other/*' }),
              task: calling,
            },
            { one: link('task', 'calls', 'invoices'), two: link('task', 'calls', 'orders') },
          ),
          element: 'task',
          at: '',
        },
        'ECS Exec without its actions': {
          design: drawing({
            role: element('iam-role', { RoleName: 'web' }),
            ...onFargate({ enableExecuteCommand: true }, { taskRoleArn: '@{role}' }).elements,
          }),
          element: 'web',
          at: '/enableExecuteCommand',
        },
      },
    }),
  }),
  permissionRule({
    id: 'iam-infrastructure-role-actions',
    on: [...workloads, capacityProvider],
    uses: [
      'ebs-volumes',
      'load-balancer-changes',
      'lattice-targets',
      'service-connect-tls',
      'managed-instances',
    ],
    title: 'The infrastructure role may do what it is named for',
    message: 'Infrastructure role “{role}” may not do what it is named for here; it lacks {actions}.',
    why: 'ECS makes volumes, moves traffic and starts instances in the name of this role. AWS has a managed policy for each of these jobs, and a role for one of them does not do for another.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
        checked: '2026-11-26',
      },
    ],
    examples: () => ({
      valid: {
        'the policy for volumes': drawing({
          role: element('iam-role', { RoleName: 'infrastructure', ManagedPolicyArns: [volumes] }),
          ...withVolume('@{role}').elements,
        }),
        'a placeholder for the role': withVolume('<infrastructure-role-arn>'),
      },
      invalid: {
        'the policy for something else': {
          design: drawing({
            role: element('iam-role', {
              RoleName: 'infrastructure',
              ManagedPolicyArns: [
                managedPolicyArn('AmazonECSInfrastructureRolePolicyForLoadBalancers', 'aws'),
              ],
            }),
            ...withVolume('@{role}').elements,
          }),
          element: 'web',
          at: '/volumeConfigurations/0/managedEBSVolume',
        },
      },
    }),
  }),
])

function roleWith(statement: Readonly<Record<string, unknown>>) {
  const PolicyDocument = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] }
  return element('iam-role', { RoleName: 'web', Policies: [{ PolicyName: 'web', PolicyDocument }] })
}

function withVolume(roleArn: string) {
  return onFargate(
    { volumeConfigurations: [{ name: 'data', managedEBSVolume: { roleArn, sizeInGiB: 20 } }] },
    {
      volumes: [{ name: 'data', configuredAtLaunch: true }],
      containerDefinitions: [container({ mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] })],
    },
  )
}
