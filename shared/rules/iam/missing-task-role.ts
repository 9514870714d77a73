/** What ECS, or the application, can't do without a task role. */
import type { RoleUse } from '../../aws/facts/role-uses'
import { toNumber } from '../../basics/convert'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { taskDefinition } from '../../elements/task-definition'
import { nameOf } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import type { Use } from '../../graph/usage/use'
import type { Text } from '../../texts/text'
import { container, drawing, ec2Task, element, fargateTask, inSubnets, link, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { attachTaskRoleFor } from '../fixes-roles'
import { isWritten } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { type VolumeSpec, volumeTitle } from '../volume/volumes'
import { listed, missingFor, usedName } from './answers'

const guide = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  checked: '2026-11-26',
}
const role = element('iam-role', { RoleName: 'web-task-role' })

/** What the application calls over a line; who takes from a queue is scale-sqs-role. */
export const CALLS: readonly RoleUse[] = [
  's3-objects',
  'dynamodb-items',
  'sqs-send',
  'sns-publish',
  'kinesis-put',
  'kinesis-get',
  'firehose-put',
]
const S3_FILES: readonly RoleUse[] = ['mount-s3files', 'mount-s3files-read-only']
const EFS: readonly RoleUse[] = ['mount-efs', 'mount-efs-read-only']

export const missingTaskRole = ruleFamily([
  defineRule({
    id: 'iam-task-role-missing',
    severity: 'warning',
    on: [taskDefinition],
    title: 'Who calls AWS services has a task role',
    message: '“{task}” calls {services} but has no task role; attach one with the permissions for it.',
    why: 'The application gets its AWS credentials from the task role. Without one it has none on Fargate; on EC2 it would use those of the instance, which every other task there has as well.',
    sources: [
      guide,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, graph, report }) {
      if (isWritten(element, '/taskRoleArn')) return
      const missing = missingFor(graph, id, CALLS).filter(
        ({ use, missing }) => missing === 'role' && use.at === '',
      )
      if (missing.length === 0) return
      const uses = missing.map(({ use }) => use)
      report({
        at: '/taskRoleArn',
        values: {
          task: nameOf(graph, id),
          services: listed(uses.map((use) => `“${usedName(graph, use)}”`)),
        },
        fix: taskRoleFix(id, uses),
      })
    },
    examples: () => ({
      valid: {
        'with a role': drawing(
          {
            role,
            invoices: element('s3-bucket', { Bucket: 'orders-invoices' }),
            task: fargateTask({ taskRoleArn: '@{role}' }),
          },
          { one: link('task', 'calls', 'invoices') },
        ),
        'a bucket that nobody calls': drawing({
          invoices: element('s3-bucket', { Bucket: 'orders-invoices' }),
          task: fargateTask(),
        }),
        'a role that the standalone task brings': drawing(
          {
            role,
            invoices: element('s3-bucket', { Bucket: 'orders-invoices' }),
            task: fargateTask({ requiresCompatibilities: undefined }),
            nightly: element('task', {
              taskDefinition: '@{task}',
              launchType: 'FARGATE',
              networkConfiguration: inSubnets,
              overrides: { taskRoleArn: '@{role}' },
            }),
          },
          { one: link('task', 'calls', 'invoices') },
        ),
      },
      invalid: {
        'a bucket and a table': {
          design: drawing(
            {
              invoices: element('s3-bucket', { Bucket: 'orders-invoices' }),
              orders: element('dynamodb-table', { TableName: 'orders' }),
              task: fargateTask(),
            },
            { one: link('task', 'calls', 'invoices'), two: link('task', 'calls', 'orders') },
          ),
          element: 'task',
          at: '/taskRoleArn',
        },
        'on EC2': {
          design: drawing(
            { jobs: element('sqs-queue', { QueueName: 'jobs' }), task: ec2Task() },
            { one: link('task', 'calls', 'jobs') },
          ),
          element: 'task',
          at: '/taskRoleArn',
        },
      },
    }),
  }),
  defineRule({
    id: 'iam-task-role-efs',
    severity: 'error',
    on: [taskDefinition],
    title: 'EFS with IAM authorization needs a task role',
    message:
      'Volume “{volume}” is mounted with IAM authorization, which takes the task role, and there is none; attach one or turn iam off.',
    why: 'With IAM authorization ECS mounts the file system in the name of the task role. Without a role there is nobody whose permission could be checked.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, graph, report }) {
      if (isWritten(element, '/taskRoleArn')) return
      for (const use of usesWithoutRole(missingFor(graph, id, EFS))) {
        report({
          at: use.at,
          values: { volume: volumeName(spec.volumes, use.at) },
          fix: setMembers('Turn IAM authorization off', id, { [use.at]: 'DISABLED' }),
        })
      }
    },
    examples: () => ({
      valid: {
        'with a role': drawing({ role, task: withEfs('ENABLED', { taskRoleArn: '@{role}' }) }),
        'without IAM authorization': drawing({ task: withEfs('DISABLED') }),
      },
      invalid: {
        'without a role': {
          design: drawing({ task: withEfs('ENABLED') }),
          element: 'task',
          at: '/volumes/0/efsVolumeConfiguration/authorizationConfig/iam',
        },
      },
    }),
  }),
  defineRule({
    id: 'iam-task-role-s3files',
    severity: 'error',
    on: [taskDefinition],
    title: 'S3 Files volumes need a task role',
    message: 'Volume “{volume}” is an S3 Files file system, which ECS mounts with the task role; attach one.',
    why: 'Every access to an S3 Files file system is checked against the task role, mounting included. There is no other way to mount one.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, graph, report }) {
      if (isWritten(element, '/taskRoleArn')) return
      const [use, ...others] = usesWithoutRole(missingFor(graph, id, S3_FILES))
      if (!use) return
      report({
        at: '/taskRoleArn',
        values: { volume: volumeName(spec.volumes, use.at) },
        fix: taskRoleFix(id, [use, ...others]),
      })
    },
    examples: () => ({
      valid: {
        'with a role': drawing({ role, task: withS3Files({ taskRoleArn: '@{role}' }) }),
        'a placeholder for the role': drawing({ task: withS3Files({ taskRoleArn: '<task-role-arn>' }) }),
      },
      invalid: {
        'without a role': { design: drawing({ task: withS3Files() }), element: 'task', at: '/taskRoleArn' },
      },
    }),
  }),
  defineRule({
    id: 'iam-task-role-exec-command',
    severity: 'error',
    on: [serviceKind, taskKind],
    needs: ['/enableExecuteCommand'],
    title: 'ECS Exec needs a task role',
    message:
      '“{name}” turns ECS Exec on, but its task has no task role; attach one with the ssmmessages actions, or turn it off.',
    why: 'The agent that ECS Exec puts into the container opens a channel to Systems Manager with the task role. Without a role no session can be opened, and RunTask and CreateService refuse the setting.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
        checked: '2026-11-26',
      },
      { ref: 'ACR:ecs-exec-debugging', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      if (spec.enableExecuteCommand !== true) return
      const [use] = usesWithoutRole(missingFor(graph, id, ['exec-command']))
      const definition = runOf(graph, id)?.taskDefinition
      if (!use || definition === undefined) return
      report({
        at: use.at,
        values: { name: nameOf(graph, id) },
        fix: taskRoleFix(definition, [use]),
      })
    },
    examples: () => ({
      valid: {
        'with a role': drawing({
          role,
          ...onFargate({ enableExecuteCommand: true }, { taskRoleArn: '@{role}' }).elements,
        }),
        'turned off': onFargate({ enableExecuteCommand: false }),
        'a role that the standalone task brings': drawing({
          role,
          task: fargateTask(),
          nightly: element('task', {
            taskDefinition: '@{task}',
            launchType: 'FARGATE',
            networkConfiguration: inSubnets,
            enableExecuteCommand: true,
            overrides: { taskRoleArn: '@{role}' },
          }),
        }),
      },
      invalid: {
        'without a role': {
          design: onFargate({ enableExecuteCommand: true }),
          element: 'web',
          at: '/enableExecuteCommand',
        },
      },
    }),
  }),
])

function usesWithoutRole(answers: ReturnType<typeof missingFor>): readonly Use[] {
  return [...new Set(answers.filter(({ missing }) => missing === 'role').map(({ use }) => use))]
}

function taskRoleFix(taskDefinition: string, uses: readonly Use[]): Fix {
  return {
    title: 'Attach a task role that may do just that',
    apply: (draft) => attachTaskRoleFor(draft, taskDefinition, uses),
  }
}

/** Of the volume that a pointer leads into. */
function volumeName(volumes: readonly VolumeSpec[] = [], at: string): Text {
  const index = toNumber(at.split('/')[2])
  return volumeTitle(volumes[index] ?? {}, index)
}

function withEfs(iam: string, more = {}) {
  const efsVolumeConfiguration = {
    fileSystemId: 'fs-0123456789abcdef0',
    transitEncryption: 'ENABLED',
    authorizationConfig: { iam },
  }
  return fargateTask({ ...more, volumes: [{ name: 'data', efsVolumeConfiguration }] })
}

function withS3Files(more = {}) {
  const fileSystemArn = 'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0'
  return fargateTask({
    ...more,
    volumes: [{ name: 'invoices', s3filesVolumeConfiguration: { fileSystemArn } }],
    containerDefinitions: [
      container({ mountPoints: [{ sourceVolume: 'invoices', containerPath: '/invoices' }] }),
    ],
  })
}
