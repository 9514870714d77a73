import { compatibilities } from '../aws/facts/compatibilities'
import { ipcModes, pidModes } from '../aws/facts/namespaces'
import { cpuArchitectures, operatingSystemFamilies } from '../aws/facts/operating-systems'
import { term } from '../texts/text'
import { choice, ecsTags, flag, group, item, list, oneOf, spec, text, whole } from './fields'
import { defineKind, type Relation } from './kind'
import { containerDefinition, keyValue } from './parts/container-definition'
import {
  imageLabel,
  itemName,
  logsNoMore,
  logsTo,
  pullsFrom,
  pullsNoMore,
  readsFrom,
} from './parts/container-lines'
import { dropItem } from './parts/editing'
import { arnOf, named } from './parts/identifiers'
import { objectsAt, textAt } from './parts/reading'
import { volume } from './parts/volume'
import { mountLabel, mountsEfs, mountsFsxWindows, mountsS3Files, unmount } from './parts/volume-lines'

const infrastructure = {
  requiresCompatibilities: list(
    'Launch types',
    'Launch types that the definition is checked against when it is registered.',
    oneOf(compatibilities),
    { main: true, group: 'Infrastructure requirements' },
  ),
  runtimePlatform: group(
    'Operating system and architecture',
    'What the tasks run on.',
    {
      operatingSystemFamily: choice(
        'Operating system',
        'Linux, or the Windows version of the images.',
        operatingSystemFamilies,
        { default: 'LINUX', main: true },
      ),
      cpuArchitecture: choice('Architecture', 'Must be that of the images.', cpuArchitectures, {
        default: 'X86_64',
        main: true,
      }),
    },
    { main: true, group: 'Infrastructure requirements' },
  ),
  networkMode: choice(
    'Network mode',
    'awsvpc gives every task a network interface; Fargate needs it.',
    ['awsvpc', 'bridge', 'host', 'none'],
    { default: 'bridge', main: true, group: 'Infrastructure requirements' },
  ),
  cpu: text('Task CPU', '1024 units are one vCPU; “.5 vCPU” is understood, too.', {
    unit: 'CPU units',
    main: true,
    group: 'Infrastructure requirements',
  }),
  memory: text(
    'Task memory',
    'On Fargate one of the sizes that go with the CPU; “1 GB” is understood, too.',
    {
      unit: 'MiB',
      main: true,
      group: 'Infrastructure requirements',
    },
  ),
  taskRoleArn: text('Task role', 'What the application in the containers may do in AWS.', {
    main: true,
    control: 'reference',
    group: 'Task roles',
  }),
  executionRoleArn: text('Task execution role', 'Lets ECS pull images, read secrets and send logs.', {
    main: true,
    control: 'reference',
    group: 'Task roles',
  }),
}

const advanced = {
  ephemeralStorage: group(
    'Ephemeral storage',
    'Scratch space of a Fargate task.',
    {
      sizeInGiB: whole('Size', '21 to 200.', { unit: 'GiB', default: '20' }),
    },
    { group: 'Storage' },
  ),
  pidMode: choice('PID mode', 'Processes shared with the other containers, or with the host.', pidModes, {
    group: 'Process and IPC namespaces',
  }),
  ipcMode: choice('IPC mode', 'Shared memory shared with others; not on Fargate.', ipcModes, {
    group: 'Process and IPC namespaces',
  }),
  placementConstraints: list(
    'Placement constraints',
    'Container instances that tasks may be placed on; not on Fargate.',
    item({
      type: choice('Type', 'The only type that a task definition knows.', ['memberOf']),
      expression: text('Expression', 'In the cluster query language.'),
    }),
    { group: 'Task placement' },
  ),
  proxyConfiguration: group(
    'Proxy configuration',
    'App Mesh proxy.',
    {
      type: choice('Type', 'The only type.', ['APPMESH']),
      containerName: text('Container', 'The container that is the proxy.'),
      properties: list('Properties', 'Ports and users that the proxy handles.', keyValue),
    },
    { group: 'Proxy' },
  ),
  inferenceAccelerators: list(
    'Inference accelerators',
    'Elastic Inference devices.',
    item({
      deviceName: text('Device name', 'What containers refer to.'),
      deviceType: text('Device type', 'Size of the accelerator.'),
    }),
    { group: 'Accelerators' },
  ),
  enableFaultInjection: flag('Fault injection', 'Lets AWS Fault Injection Service disturb the tasks.', {
    default: 'false',
    group: 'Fault injection',
  }),
}

const stores = ['secret', 'ssm-parameter']

const identity: readonly Relation[] = [
  { path: '/taskRoleArn', to: ['iam-role'], meaning: 'task-role', draw: 'line' },
  { path: '/executionRoleArn', to: ['iam-role'], meaning: 'execution-role', draw: 'line' },
]

const image = {
  path: '/containerDefinitions/*/image',
  meaning: 'pulls',
  draw: 'line',
  flow: 'in',
  connect: pullsFrom,
  disconnect: pullsNoMore,
  label: imageLabel,
} as const

const containers: readonly Relation[] = [
  { ...image, to: ['ecr-repository'], attribute: 'uri' },
  { ...image, to: ['image-registry'] },
  {
    path: '/containerDefinitions/*/secrets/*/valueFrom',
    to: stores,
    meaning: 'reads',
    draw: 'line',
    flow: 'in',
    connect: readsFrom,
    disconnect: dropItem,
    label: itemName,
  },
  {
    path: '/containerDefinitions/*/logConfiguration/secretOptions/*/valueFrom',
    to: stores,
    meaning: 'reads',
    draw: 'line',
    flow: 'in',
    drawable: false,
    disconnect: dropItem,
    label: itemName,
  },
  {
    path: '/containerDefinitions/*/repositoryCredentials/credentialsParameter',
    to: ['secret'],
    meaning: 'reads',
    draw: 'line',
    flow: 'in',
    drawable: false,
    label: () => term('registry login'),
  },
  {
    path: '/containerDefinitions/*/environmentFiles/*/value',
    to: ['s3-bucket'],
    meaning: 'reads',
    attribute: 'arn',
    draw: 'line',
    flow: 'in',
    drawable: false,
    disconnect: dropItem,
    label: () => term('environment file'),
  },
  {
    path: '/containerDefinitions/*/logConfiguration/options/awslogs-group',
    to: ['log-group'],
    meaning: 'logs-to',
    draw: 'line',
    connect: logsTo,
    disconnect: logsNoMore,
  },
]

const volumes: readonly Relation[] = [
  {
    path: '/volumes/*/efsVolumeConfiguration/fileSystemId',
    to: ['efs-file-system'],
    meaning: 'mounts',
    draw: 'line',
    connect: mountsEfs,
    disconnect: unmount,
    label: mountLabel,
  },
  {
    path: '/volumes/*/s3filesVolumeConfiguration/fileSystemArn',
    to: ['s3files-file-system'],
    meaning: 'mounts',
    draw: 'line',
    connect: mountsS3Files,
    disconnect: unmount,
    label: mountLabel,
  },
  {
    path: '/volumes/*/fsxWindowsFileServerVolumeConfiguration/fileSystemId',
    to: ['fsx-windows'],
    meaning: 'mounts',
    draw: 'line',
    connect: mountsFsxWindows,
    disconnect: unmount,
    label: mountLabel,
  },
  {
    path: '/volumes/*/fsxWindowsFileServerVolumeConfiguration/authorizationConfig/credentialsParameter',
    to: stores,
    meaning: 'reads',
    draw: 'line',
    flow: 'in',
    drawable: false,
    label: () => term('share login'),
  },
]

/** RegisterTaskDefinition input. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
export const taskDefinition = defineKind({
  kind: 'task-definition',
  label: 'Task definition',
  summary: 'The mould for tasks: containers, their images, resources, storage and roles.',
  category: 'compute',
  keywords: ['container', 'family', 'task', 'docker'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definitions.html',
  icon: 'containers',
  spec: spec({
    family: text('Family', 'Name of the definition; every change is a new revision of it.', { main: true }),
    ...infrastructure,
    containerDefinitions: list('Containers', 'What a task runs, side by side.', containerDefinition, {
      main: true,
      control: 'container-list',
      group: 'Containers',
    }),
    volumes: list('Volumes', 'Storage that containers mount.', volume, { main: true, group: 'Storage' }),
    ...advanced,
    tags: ecsTags(),
  }),
  // The container has no image: which one runs is the first decision to make, and a made-up one would hide that.
  defaults: (name) => ({
    family: name,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    containerDefinitions: [
      { name: 'app', essential: true, portMappings: [{ containerPort: 80, protocol: 'tcp' }] },
    ],
  }),
  name: '/family',
  attributes: {
    family: named('Family', '/family'),
    arn: arnOf('ecs', ({ spec }) => {
      const family = textAt(spec, '/family')
      return family && `task-definition/${family}`
    }),
  },
  relations: [...identity, ...containers, ...volumes],
  links: [
    {
      meaning: 'calls',
      to: ['s3-bucket', 'dynamodb-table', 'sqs-queue', 'sns-topic', 'kinesis-stream', 'rds-database'],
    },
    // No task definition can hold these. They can be drawn so that a rule can say so, and what to use instead.
    { meaning: 'mounts', to: ['fsx-lustre', 'fsx-ontap', 'fsx-openzfs', 's3-bucket'] },
  ],
  rows: (spec) =>
    objectsAt(spec, '/containerDefinitions').map(([index, container]) => ({
      pointer: `/containerDefinitions/${index}`,
      name: textAt(container, '/name') ?? `container ${index + 1}`,
    })),
})
