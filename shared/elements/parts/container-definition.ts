/** `ContainerDefinition`, the rows of a task definition. */
import { containerConditions } from '../../aws/facts/container-dependencies'
import { choice, flag, group, item, line, list, map, number, text, whole } from '../fields'
import { linuxParameters } from './linux-parameters'
import { logConfiguration, secretItem } from './logging'

/** `KeyValuePair`. */
export const keyValue = item({
  name: text('Name', 'Name of the variable.'),
  value: text('Value', 'Its value, readable by everyone who can read the task definition.'),
})

/** `EnvironmentFile`. */
export const environmentFile = item({
  value: text('Location', 'ARN of a file in S3 with the ending .env.', { control: 'reference' }),
  type: choice('Type', 'Where the file is.', ['s3']),
})

/** `ResourceRequirement`. */
export const resourceRequirement = item({
  type: choice('Type', 'What is needed.', ['GPU', 'InferenceAccelerator', 'NeuronDevice']),
  value: text('Value', 'How many GPUs, or the name of the device.'),
  sharingStrategy: group('Sharing strategy', 'Shares a GPU with other containers, instead of a value.', {
    nvidiaMps: group('NVIDIA MPS', 'Multi-Process Service.', {
      memory: whole('Memory', 'GPU memory that the container may use.', { unit: 'MiB' }),
      maxComputePercent: whole('Compute', 'Share of the GPU that it may use.', { unit: '%' }),
    }),
  }),
})

const portMapping = item({
  containerPort: whole('Container port', 'Port the container listens on.', { main: true }),
  hostPort: whole(
    'Host port',
    'Port on the container instance; the same as the container port, or left out, with awsvpc.',
    {
      main: true,
    },
  ),
  protocol: choice('Protocol', 'Transport protocol.', ['tcp', 'udp'], { default: 'tcp', main: true }),
  name: text('Port name', 'Needed for Service Connect and VPC Lattice.', { main: true }),
  appProtocol: choice(
    'App protocol',
    'What Service Connect’s proxy understands.',
    ['http', 'http2', 'grpc'],
    {
      main: true,
    },
  ),
  containerPortRange: text('Container port range', 'Several ports at once, such as 100-150.'),
})

const healthCheck = () =>
  group(
    'Health check',
    'A command in the container; exit code 0 is healthy.',
    {
      command: list('Command', 'CMD with arguments, or CMD-SHELL with one line for the shell.', line),
      interval: whole('Interval', 'Time between two checks.', { unit: 'seconds', default: '30' }),
      timeout: whole('Timeout', 'A check that takes longer has failed.', { unit: 'seconds', default: '5' }),
      retries: whole('Retries', 'Failures in a row that make it unhealthy.', { default: '3' }),
      startPeriod: whole('Start period', 'Time to start up, in which failures do not count.', {
        unit: 'seconds',
      }),
    },
    { main: true, group: 'Health check' },
  )

/** How it starts, stops and depends on others. */
const lifecycle = {
  essential: flag('Essential', 'When it stops, the whole task stops.', { default: 'true', main: true }),
  restartPolicy: group(
    'Restart policy',
    'Restarts this container without replacing the task.',
    {
      enabled: flag('Enabled', 'Whether it restarts.'),
      ignoredExitCodes: list('Ignored exit codes', 'Exit codes after which it is not restarted.', number),
      restartAttemptPeriod: whole('Restart attempt period', 'How long it must have run before a restart.', {
        unit: 'seconds',
        default: '300',
      }),
    },
    { group: 'Restart policy' },
  ),
  dependsOn: list(
    'Startup dependency ordering',
    'Containers that must have got that far before this one starts.',
    item({
      containerName: text('Container', 'Another container of this task definition.'),
      condition: choice('Condition', 'What it waits for.', containerConditions),
    }),
    { group: 'Startup' },
  ),
  startTimeout: whole('Start timeout', 'How long others wait for it.', { unit: 'seconds', group: 'Startup' }),
  stopTimeout: whole('Stop timeout', 'Time between SIGTERM and SIGKILL; at most 120 on Fargate.', {
    unit: 'seconds',
    default: '30',
    group: 'Startup',
  }),
}

/** What runs in it. */
const process = {
  entryPoint: list('Entry point', 'Replaces the image’s ENTRYPOINT.', line, {
    group: 'Docker configuration',
  }),
  command: list('Command', 'Replaces the image’s CMD.', line, { main: true, group: 'Docker configuration' }),
  workingDirectory: text('Working directory', 'Where commands run.', { group: 'Docker configuration' }),
  environment: list('Environment variables', 'Values in plain sight; use secrets for passwords.', keyValue, {
    main: true,
    group: 'Environment',
  }),
  environmentFiles: list('Environment files', 'Variables from files in S3.', environmentFile, {
    group: 'Environment',
  }),
  secrets: list('Secrets', 'Variables read from Secrets Manager or Parameter Store at start.', secretItem, {
    main: true,
    group: 'Environment',
  }),
  user: text('User', 'User, or user:group, that runs the command.', { group: 'Security' }),
  privileged: flag('Privileged', 'Root rights on the container instance; not on Fargate.', {
    group: 'Security',
  }),
  readonlyRootFilesystem: flag('Read-only root file system', 'The container can write to volumes only.', {
    main: true,
    group: 'Security',
  }),
  dockerSecurityOptions: list(
    'Docker security options',
    'SELinux or AppArmor labels; not on Fargate.',
    line,
    {
      group: 'Security',
    },
  ),
  credentialSpecs: list('Credential specs', 'gMSA credential spec files for Active Directory.', line, {
    group: 'Security',
  }),
  interactive: flag('Interactive', 'Keeps standard input open.', { group: 'Docker configuration' }),
  pseudoTerminal: flag('Pseudo terminal', 'Gives it a TTY.', { group: 'Docker configuration' }),
  dockerLabels: map('Docker labels', 'Labels of the running container.', { group: 'Docker configuration' }),
}

/** How much it gets. */
const resources = {
  cpu: whole('CPU', 'Share of the task’s CPU; 1024 units are one vCPU.', {
    unit: 'CPU units',
    main: true,
    group: 'Resource limits',
  }),
  memory: whole('Memory hard limit', 'The container is killed when it takes more.', {
    unit: 'MiB',
    main: true,
    group: 'Resource limits',
  }),
  memoryReservation: whole('Memory soft limit', 'Reserved for it; it may take more while there is some.', {
    unit: 'MiB',
    main: true,
    group: 'Resource limits',
  }),
  resourceRequirements: list('GPUs and accelerators', 'Devices that it needs.', resourceRequirement, {
    group: 'Resource limits',
  }),
  ulimits: list(
    'Ulimits',
    'Limits for its processes.',
    item({
      name: text('Limit', 'Such as nofile; the only one that Fargate lets you set.'),
      softLimit: whole('Soft limit', 'What a process starts with.'),
      hardLimit: whole('Hard limit', 'What it may raise it to.'),
    }),
    { group: 'Resource limits' },
  ),
}

/** How it is reached and what it reaches. */
const network = {
  portMappings: list('Port mappings', 'Ports that it listens on.', portMapping, {
    main: true,
    group: 'Port mappings',
  }),
  links: list('Links', 'Containers reached by name; bridge network mode only.', line, {
    group: 'Network settings',
  }),
  hostname: text('Host name', 'Name in the container; not with awsvpc.', { group: 'Network settings' }),
  disableNetworking: flag('Disable networking', 'No network at all.', { group: 'Network settings' }),
  dnsServers: list('DNS servers', 'Not with awsvpc.', line, { group: 'Network settings' }),
  dnsSearchDomains: list('DNS search domains', 'Not with awsvpc.', line, { group: 'Network settings' }),
  extraHosts: list(
    'Extra hosts',
    'Lines for /etc/hosts; not with awsvpc.',
    item({
      hostname: text('Host name', 'Name to add.'),
      ipAddress: text('IP address', 'What it stands for.'),
    }),
    { group: 'Network settings' },
  ),
}

/** What it mounts. */
const storage = {
  mountPoints: list(
    'Mount points',
    'Volumes of the task in this container.',
    item({
      sourceVolume: text('Source volume', 'Name of a volume of this task definition.'),
      containerPath: text('Container path', 'Where it is mounted.'),
      readOnly: flag('Read only', 'The container can’t write to it.', { default: 'false' }),
    }),
    { main: true, group: 'Storage' },
  ),
  volumesFrom: list(
    'Volumes from',
    'Mount points of another container.',
    item({
      sourceContainer: text('Source container', 'Container whose volumes are mounted here too.'),
      readOnly: flag('Read only', 'The container can’t write to them.', { default: 'false' }),
    }),
    { group: 'Storage' },
  ),
}

/** `ContainerDefinition`. */
export const containerDefinition = item({
  name: text('Name', 'Unique in the task definition.', { main: true }),
  image: text('Image URI', 'Registry, repository and tag or digest.', { main: true, control: 'reference' }),
  repositoryCredentials: group('Private registry', 'Credentials for a registry that is not ECR.', {
    credentialsParameter: text('Secret', 'ARN of the secret with user name and password.', {
      control: 'reference',
    }),
  }),
  versionConsistency: choice(
    'Version consistency',
    'Pins the tag to the digest it had at deployment.',
    ['enabled', 'disabled'],
    { default: 'enabled' },
  ),
  ...lifecycle,
  ...network,
  ...resources,
  ...process,
  logConfiguration: logConfiguration(),
  firelensConfiguration: group(
    'FireLens',
    'Makes this container the log router of the task.',
    {
      type: choice('Type', 'Which log router it is.', ['fluentbit', 'fluentd']),
      options: map('Options', 'Such as enable-ecs-log-metadata or config-file-value.'),
    },
    { group: 'Logging' },
  ),
  healthCheck: healthCheck(),
  ...storage,
  linuxParameters: linuxParameters(),
  systemControls: list(
    'System controls',
    'Kernel parameters of the container.',
    item({ namespace: text('Namespace', 'Such as net.core.somaxconn.'), value: text('Value', 'Its value.') }),
    { group: 'Linux parameters' },
  ),
})
