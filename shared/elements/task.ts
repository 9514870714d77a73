import { choice, ecsTags, flag, group, item, line, list, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { computeOptions, runsOnInstances, strategyRelation } from './parts/capacity'
import { environmentFile, keyValue, resourceRequirement } from './parts/container-definition'
import { infrastructureRoleRelation, managedEbsVolume, volumeName } from './parts/managed-volume'
import { networkConfiguration, networkRelations } from './parts/network-configuration'

const overrides = () =>
  group(
    'Overrides',
    'What differs from the task definition, for this run.',
    {
      containerOverrides: list(
        'Containers',
        'By container.',
        item({
          name: text('Container', 'A container of the task definition.'),
          command: list('Command', 'Instead of the container’s own.', line),
          environment: list(
            'Environment variables',
            'Added to, or instead of, the container’s own.',
            keyValue,
          ),
          environmentFiles: list('Environment files', 'Variables from files in S3.', environmentFile),
          cpu: whole('CPU', 'Instead of the container’s own.', { unit: 'CPU units' }),
          memory: whole('Memory hard limit', 'Instead of the container’s own.', { unit: 'MiB' }),
          memoryReservation: whole('Memory soft limit', 'Instead of the container’s own.', { unit: 'MiB' }),
          resourceRequirements: list('GPUs and accelerators', 'Devices that it needs.', resourceRequirement),
        }),
      ),
      cpu: text('Task CPU', 'Instead of the task definition’s.', { unit: 'CPU units' }),
      memory: text('Task memory', 'Instead of the task definition’s.', { unit: 'MiB' }),
      taskRoleArn: text('Task role', 'Instead of the task definition’s.', { control: 'reference' }),
      executionRoleArn: text('Task execution role', 'Instead of the task definition’s.', {
        control: 'reference',
      }),
      ephemeralStorage: group('Ephemeral storage', 'Scratch space of a Fargate task.', {
        sizeInGiB: whole('Size', '21 to 200.', { unit: 'GiB', default: '20' }),
      }),
      inferenceAcceleratorOverrides: list(
        'Inference accelerators',
        'Elastic Inference devices.',
        item({
          deviceName: text('Device name', 'A device of the task definition.'),
          deviceType: text('Device type', 'Size of the accelerator.'),
        }),
      ),
    },
    { group: 'Task overrides' },
  )

/**
 * RunTask input, and of StartTask the instances that it names.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StartTask.html
 */
export const task = defineKind({
  kind: 'task',
  label: 'Task',
  summary: 'Runs a task definition once: a batch job or a scheduled one. Nothing replaces it when it ends.',
  category: 'compute',
  keywords: ['run task', 'batch', 'job', 'scheduled'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/standalone-tasks.html',
  icon: 'task',
  spec: spec({
    cluster: text('Cluster', 'Where it runs; the cluster named “default” when left out.', {
      control: 'reference',
    }),
    taskDefinition: text('Task definition', 'Family, with the newest revision, or family:revision.', {
      main: true,
      control: 'reference',
    }),
    count: whole('Tasks', 'How many are started at once, at most 10.', { default: '1', main: true }),
    group: text('Task group', 'Family of the task definition when left out.', { main: true }),
    ...computeOptions,
    containerInstances: list(
      'Container instances',
      'Starts the tasks on just these (StartTask), instead of letting ECS find a place.',
      line,
      { control: 'reference', group: 'Task placement' },
    ),
    networkConfiguration: networkConfiguration(),
    overrides: overrides(),
    volumeConfigurations: list(
      'Volumes',
      'EBS volumes that are made for every task.',
      item({
        name: volumeName(),
        managedEBSVolume: group('Managed EBS volume', 'A new volume for every task.', {
          ...managedEbsVolume,
          terminationPolicy: group(
            'Termination policy',
            'What becomes of the volume when the task has ended.',
            {
              deleteOnTermination: flag('Delete on termination', 'Deletes it with the task.', {
                default: 'true',
              }),
            },
          ),
        }),
      }),
      { group: 'Volumes' },
    ),
    enableExecuteCommand: flag('ECS Exec', 'Lets people open a shell in its containers.', {
      default: 'false',
      main: true,
      group: 'Troubleshooting',
    }),
    startedBy: text('Started by', 'Found again in lists of tasks, such as the name of a job.'),
    referenceId: text('Reference ID', 'Kept with the task.'),
    enableECSManagedTags: flag('ECS managed tags', 'Tags tasks with the name of the cluster.', {
      group: 'Tags',
    }),
    propagateTags: choice(
      'Propagate tags',
      'Where tags of the tasks come from.',
      ['NONE', 'SERVICE', 'TASK_DEFINITION'],
      {
        group: 'Tags',
      },
    ),
    tags: ecsTags(),
    clientToken: text('Client token', 'Makes a repeated call harmless.'),
  }),
  defaults: () => ({ count: 1, launchType: 'FARGATE' }),
  attributes: {},
  relations: [
    { path: '/cluster', to: ['cluster'], meaning: 'in-cluster', draw: 'inside' },
    { path: '/taskDefinition', to: ['task-definition'], meaning: 'runs', draw: 'holds' },
    strategyRelation,
    ...networkRelations,
    { path: '/overrides/taskRoleArn', to: ['iam-role'], meaning: 'task-role', draw: 'line', drawable: false },
    {
      path: '/overrides/executionRoleArn',
      to: ['iam-role'],
      meaning: 'execution-role',
      draw: 'line',
      drawable: false,
    },
    infrastructureRoleRelation,
    {
      path: '/containerInstances/*',
      to: ['container-instance'],
      meaning: 'provides',
      draw: 'line',
      flow: 'in',
      drawable: false,
      label: () => 'StartTask',
    },
  ],
  links: [runsOnInstances],
  frame: true,
})
