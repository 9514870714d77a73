/**
 * Designs as people draw them, one for each way to run containers, and each right by AWS's documentation: rules must
 * find neither errors nor warnings in them, and faults that tests put into them must be mended by the fixes.
 */
import type { Design, Spec } from '../design/design'
import { drawing, element, fargateTask, link, service } from '../rules/examples'
import {
  AMAZON_LINUX_GPU,
  autoScalingGroup,
  awslogs,
  basics,
  capacityProvider,
  closedGroup,
  closedNetwork,
  cluster,
  type Elements,
  execPermission,
  executionRole,
  fargate,
  files,
  httpsListeners,
  infrastructureRole,
  inPrivate,
  instanceCluster,
  instanceProfile,
  instances,
  instanceTask,
  interfaceEndpoint,
  mountFiles,
  nattedNetwork,
  onInstances,
  privateSubnets,
  publicBalancer,
  publicSubnets,
  registered,
  repository,
  role,
  rolling,
  securityGroup,
  targetGroup,
  taskRole,
  uploads,
  WINDOWS_2022,
  webContainer,
  webOnFargate,
  webService,
  worker,
  workerOnFargate,
} from './parts'

const roles: Spec = { executionRoleArn: '@{execution-role}', taskRoleArn: '@{task-role}' }

const visits = { visits: link('users', 'traffic', 'balancer') }

/** A shop's web service: secrets of both stores, shared files, and a bucket and a queue that it calls. */
const shop: Elements = {
  ...publicBalancer(),
  ...basics,
  ...files,
  access: securityGroup('web', 'balancer-access', 8080),
  main: fargate,
  web: webService({ desiredCount: 3, launchType: 'FARGATE', platformVersion: 'LATEST' }),
  task: fargateTask({
    ...roles,
    cpu: '512',
    memory: '1024',
    runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' },
    volumes: [uploads],
    containerDefinitions: [
      webContainer({
        environment: [{ name: 'STAGE', value: 'production' }],
        secrets: [
          { name: 'DATABASE_USER', valueFrom: '@{database-login}:username::' },
          { name: 'DATABASE_PASSWORD', valueFrom: '@{database-login}:password::' },
          { name: 'FLAGS', valueFrom: '@{flags}' },
        ],
        mountPoints: [{ sourceVolume: 'uploads', containerPath: '/data' }],
      }),
    ],
  }),
  'execution-role': executionRole(
    { Action: ['secretsmanager:GetSecretValue'], Resource: '@{database-login}' },
    { Action: ['ssm:GetParameters'], Resource: '@{flags.arn}' },
  ),
  'task-role': taskRole(
    mountFiles,
    { Action: ['s3:GetObject', 's3:PutObject'], Resource: '@{pictures.arn}/*' },
    { Action: ['sqs:SendMessage'], Resource: '@{orders.arn}' },
  ),
  'database-login': element('secret', { Name: 'shop/database' }),
  flags: element('ssm-parameter', { Name: '/shop/flags', Type: 'String', Value: 'none' }),
  pictures: element('s3-bucket', { Bucket: 'example-shop-pictures' }),
  orders: element('sqs-queue', { QueueName: 'orders' }),
  scaling: element('scaling-policy', {
    PolicyName: 'cpu',
    ResourceId: '@{web}',
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    MinCapacity: 3,
    MaxCapacity: 12,
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: 60,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
    },
  }),
}

const calls = {
  ...visits,
  pictures: link('task', 'calls', 'pictures'),
  orders: link('task', 'calls', 'orders'),
}

/** A gateway endpoint is reached by a route, and these subnets have no other one. */
const toLayers: Spec = { DestinationPrefixListId: 'pl-6da54004', GatewayId: '@{layers}' }

/** The endpoints that take the NAT gateways' place: images, logs, secrets, parameters and queues. */
const endpoints: Elements = {
  'endpoint-access': securityGroup('endpoints', 'access', 443),
  'ecr-api': interfaceEndpoint('ecr.api'),
  'ecr-dkr': interfaceEndpoint('ecr.dkr'),
  'logs-endpoint': interfaceEndpoint('logs'),
  'secrets-endpoint': interfaceEndpoint('secretsmanager'),
  'parameters-endpoint': interfaceEndpoint('ssm'),
  'queue-endpoint': interfaceEndpoint('sqs'),
  ...Object.fromEntries(
    Object.entries(closedNetwork)
      .filter(([id]) => id.startsWith('private-'))
      .map(([id, { spec, ...rest }]) => [id, { ...rest, spec: { ...spec, Routes: [toLayers] } }]),
  ),
  layers: element('vpc-endpoint', {
    VpcEndpointType: 'Gateway',
    ServiceName: 'com.amazonaws.eu-west-1.s3',
    VpcId: '@{network}',
    RouteTableIds: ['rtb-0a1b2c3d4e5f60001'],
  }),
}

/** Dynamic host ports behind the balancer, and an agent on every instance. */
const bridge: Elements = {
  ...nattedNetwork,
  ...publicBalancer({ TargetType: 'instance' }),
  ...basics,
  ...instances,
  'instance-access': securityGroup('instances', 'balancer-access', 32768, 65535),
  web: webService({
    ...onInstances,
    desiredCount: 4,
    networkConfiguration: undefined,
    placementStrategy: [
      { type: 'spread', field: 'attribute:ecs.availability-zone' },
      { type: 'binpack', field: 'memory' },
    ],
  }),
  task: instanceTask({
    networkMode: 'bridge',
    executionRoleArn: '@{execution-role}',
    containerDefinitions: [
      webContainer({
        cpu: 256,
        memory: 512,
        memoryReservation: 256,
        portMappings: [{ name: 'http', containerPort: 8080, hostPort: 0 }],
      }),
    ],
  }),
  agent: service({
    serviceName: 'agent',
    cluster: '@{main}',
    taskDefinition: '@{agent-task}',
    schedulingStrategy: 'DAEMON',
    launchType: 'EC2',
    desiredCount: undefined,
    deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
  }),
  'agent-task': instanceTask({
    family: 'agent',
    networkMode: 'bridge',
    executionRoleArn: '@{execution-role}',
    volumes: [{ name: 'host-logs', host: { sourcePath: '/var/log' } }],
    containerDefinitions: [
      {
        name: 'agent',
        image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.2',
        cpu: 64,
        memory: 256,
        user: '1000',
        mountPoints: [{ sourceVolume: 'host-logs', containerPath: '/var/log/host', readOnly: true }],
        ...awslogs('agent'),
      },
    ],
  }),
}

/** Tasks with addresses of their own on container instances, with shared files and ECS Exec. */
const ownAddresses: Elements = {
  ...nattedNetwork,
  ...publicBalancer(),
  ...basics,
  ...files,
  ...instances,
  'instance-access': closedGroup,
  access: securityGroup('web', 'balancer-access', 8080),
  web: webService({ ...onInstances, enableExecuteCommand: true }),
  task: instanceTask({
    ...roles,
    networkMode: 'awsvpc',
    cpu: '512',
    memory: '1024',
    volumes: [uploads],
    containerDefinitions: [
      webContainer({
        readonlyRootFilesystem: false,
        linuxParameters: { initProcessEnabled: true },
        mountPoints: [{ sourceVolume: 'uploads', containerPath: '/data' }],
      }),
    ],
  }),
  'task-role': taskRole(mountFiles, execPermission, {
    Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
    Resource: '@{sessions.arn}:*',
  }),
  sessions: element('log-group', { logGroupName: '/ecs/exec', retentionInDays: 365 }),
  main: cluster(['@{capacity}'], {
    configuration: {
      executeCommandConfiguration: {
        logging: 'OVERRIDE',
        logConfiguration: { cloudWatchLogGroupName: '@{sessions}' },
      },
    },
  }),
}

const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' }

/** A container of Windows: no user, no read-only root, no health check by a Linux shell. */
const windowsContainer = (rest: Spec) =>
  webContainer({
    image: 'mcr.microsoft.com/dotnet/samples:aspnetapp-nanoserver-ltsc2022',
    healthCheck: undefined,
    readonlyRootFilesystem: undefined,
    user: undefined,
    ...rest,
  })

const windowsOnInstances: Elements = {
  ...nattedNetwork,
  ...publicBalancer({ TargetType: 'instance' }),
  ...basics,
  ...instances,
  instances: autoScalingGroup('m7i.xlarge', WINDOWS_2022),
  'instance-access': securityGroup('instances', 'balancer-access', 32768, 65535),
  share: element('fsx-windows', {
    FileSystemType: 'WINDOWS',
    StorageCapacity: 300,
    SubnetIds: privateSubnets,
    SecurityGroupIds: ['@{share-access}'],
    WindowsConfiguration: {
      DeploymentType: 'MULTI_AZ_1',
      ThroughputCapacity: 32,
      PreferredSubnetId: '@{private-a}',
      ActiveDirectoryId: 'd-0123456789',
    },
  }),
  'share-access': securityGroup('share', 'instance-access', 445),
  'share-login': element('secret', { Name: 'share/login' }),
  'execution-role': executionRole({
    Action: ['secretsmanager:GetSecretValue'],
    Resource: '@{share-login}',
  }),
  web: webService({ ...onInstances, networkConfiguration: undefined }),
  task: instanceTask({
    executionRoleArn: '@{execution-role}',
    runtimePlatform: windows,
    volumes: [
      {
        name: 'share',
        fsxWindowsFileServerVolumeConfiguration: {
          fileSystemId: '@{share}',
          rootDirectory: 'share',
          authorizationConfig: { credentialsParameter: '@{share-login}', domain: 'corp.example.com' },
        },
      },
    ],
    containerDefinitions: [
      windowsContainer({
        cpu: 1024,
        memory: 2048,
        portMappings: [{ containerPort: 8080, hostPort: 0 }],
        mountPoints: [{ sourceVolume: 'share', containerPath: 'C:\\share' }],
      }),
    ],
  }),
}

const windowsOnFargate = webOnFargate(
  {},
  { cpu: '1024', memory: '2048', runtimePlatform: windows, containerDefinitions: [windowsContainer({})] },
)

/** On-demand tasks for the base, Spot for the rest, on Graviton. */
const spotMix = webOnFargate(
  {
    launchType: undefined,
    desiredCount: 6,
    capacityProviderStrategy: [
      { capacityProvider: 'FARGATE', base: 2, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 3 },
    ],
  },
  {
    cpu: '.25 vCPU',
    memory: '0.5 GB',
    runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' },
    containerDefinitions: [webContainer({ stopTimeout: 120 })],
  },
)

/** Instances that ECS picks and patches. */
const managedInstances: Elements = {
  ...nattedNetwork,
  ...publicBalancer(),
  ...basics,
  access: securityGroup('web', 'balancer-access', 8080),
  'instance-access': closedGroup,
  main: cluster([]),
  capacity: element('capacity-provider', {
    name: 'managed',
    cluster: '@{main}',
    managedInstancesProvider: {
      infrastructureRoleArn: '@{infrastructure-role}',
      propagateTags: 'CAPACITY_PROVIDER',
      instanceLaunchTemplate: {
        ec2InstanceProfileArn: '@{profile}',
        networkConfiguration: { subnets: privateSubnets, securityGroups: ['@{instance-access}'] },
        storageConfiguration: { storageSizeGiB: 80 },
        instanceRequirements: {
          vCpuCount: { min: 2, max: 8 },
          memoryMiB: { min: 4096, max: 32768 },
          cpuManufacturers: ['intel', 'amd'],
        },
      },
    },
  }),
  'infrastructure-role': infrastructureRole('AmazonECSInfrastructureRolePolicyForManagedInstances'),
  profile: element('instance-profile', {
    InstanceProfileName: 'ecsInstanceRole',
    Roles: ['@{instance-role}'],
  }),
  'instance-role': role('ecsInstanceRole', 'ec2.amazonaws.com', [
    'AmazonECSInstanceRolePolicyForManagedInstances',
  ]),
  web: webService({ ...onInstances }),
  task: element('task-definition', {
    family: 'web',
    requiresCompatibilities: ['MANAGED_INSTANCES'],
    networkMode: 'awsvpc',
    cpu: '1024',
    memory: '2048',
    executionRoleArn: '@{execution-role}',
    containerDefinitions: [webContainer()],
  }),
}

/** Servers in a data centre of one's own, which nothing here draws. */
const external: Elements = {
  ...basics,
  main: cluster([]),
  reader: service({
    serviceName: 'reader',
    cluster: '@{main}',
    launchType: 'EXTERNAL',
    ...rolling,
  }),
  task: element('task-definition', {
    family: 'reader',
    requiresCompatibilities: ['EXTERNAL'],
    networkMode: 'bridge',
    executionRoleArn: '@{execution-role}',
    volumes: [{ name: 'meters', host: { sourcePath: '/srv/meters' } }],
    containerDefinitions: [
      webContainer({
        name: 'reader',
        memory: 256,
        portMappings: [{ containerPort: 8080, hostPort: 8080 }],
        mountPoints: [{ sourceVolume: 'meters', containerPath: '/meters', readOnly: true }],
      }),
    ],
  }),
}

/** As many workers as there is work: messages divided by running tasks. */
const backlog: Spec = {
  TargetValue: 10,
  ScaleInCooldown: 120,
  CustomizedMetricSpecification: {
    Metrics: [
      {
        Id: 'messages',
        MetricStat: {
          Metric: {
            Namespace: 'AWS/SQS',
            MetricName: 'ApproximateNumberOfMessagesVisible',
            Dimensions: [{ Name: 'QueueName', Value: '@{jobs.name}' }],
          },
          Stat: 'Average',
        },
        ReturnData: false,
      },
      {
        Id: 'tasks',
        MetricStat: {
          Metric: {
            Namespace: 'ECS/ContainerInsights',
            MetricName: 'RunningTaskCount',
            Dimensions: [
              { Name: 'ClusterName', Value: '@{main.name}' },
              { Name: 'ServiceName', Value: '@{worker.serviceName}' },
            ],
          },
          Stat: 'Average',
        },
        ReturnData: false,
      },
      { Id: 'backlog', Expression: 'messages / tasks', ReturnData: true },
    ],
  },
}

const queueWorker: Elements = {
  ...workerOnFargate({ stopTimeout: 120 }, roles),
  'task-role': taskRole({
    Action: [
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:ChangeMessageVisibility',
      'sqs:GetQueueAttributes',
    ],
    Resource: '@{jobs.arn}',
  }),
  jobs: element('sqs-queue', {
    QueueName: 'jobs',
    Attributes: {
      VisibilityTimeout: '300',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: '@{failed.arn}', maxReceiveCount: 5 }),
    },
  }),
  failed: element('sqs-queue', { QueueName: 'failed' }),
  scaling: element('scaling-policy', {
    PolicyName: 'backlog',
    ResourceId: '@{worker}',
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    MinCapacity: 1,
    MaxCapacity: 20,
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: backlog,
  }),
}

/** A nightly job that ten tasks share, each with a disk of its own. */
const batch: Elements = {
  ...nattedNetwork,
  ...basics,
  access: closedGroup,
  main: fargate,
  nightly: element(
    'task',
    {
      cluster: '@{main}',
      taskDefinition: '@{task}',
      count: 10,
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
      networkConfiguration: inPrivate,
      startedBy: 'nightly-report',
      propagateTags: 'TASK_DEFINITION',
      volumeConfigurations: [
        {
          name: 'scratch',
          managedEBSVolume: {
            roleArn: '@{infrastructure-role}',
            volumeType: 'gp3',
            sizeInGiB: 200,
            encrypted: true,
            filesystemType: 'ext4',
            terminationPolicy: { deleteOnTermination: true },
          },
        },
      ],
      overrides: { containerOverrides: [{ name: 'report', command: ['report', '--all'] }] },
    },
    { traits: ['batch'] },
  ),
  task: fargateTask({
    ...roles,
    family: 'report',
    cpu: '4096',
    memory: '8192',
    volumes: [{ name: 'scratch', configuredAtLaunch: true }],
    containerDefinitions: [
      worker({ name: 'report', mountPoints: [{ sourceVolume: 'scratch', containerPath: '/scratch' }] }),
    ],
  }),
  'task-role': taskRole({ Action: ['s3:PutObject'], Resource: '@{reports.arn}/*' }),
  'infrastructure-role': infrastructureRole('service-role/AmazonECSInfrastructureRolePolicyForVolumes'),
  reports: element('s3-bucket', { Bucket: 'example-nightly-reports' }),
}

/** Name servers: UDP from everywhere, with health checks over TCP. */
const udp: Elements = {
  ...nattedNetwork,
  ...basics,
  users: element('users'),
  balancer: element('network-load-balancer', {
    Name: 'names',
    Type: 'network',
    Scheme: 'internet-facing',
    Subnets: publicSubnets,
    SecurityGroups: ['@{balancer-access}'],
    Listeners: [
      { Protocol: 'UDP', Port: 53, DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{targets}' }] },
    ],
  }),
  'balancer-access': securityGroup('balancer', 'everywhere', 53, 53, 'udp'),
  access: element('security-group', {
    GroupName: 'names',
    Description: 'Questions and health checks from the balancer',
    VpcId: '@{network}',
    SecurityGroupIngress: [
      { IpProtocol: 'udp', FromPort: 53, ToPort: 53, SourceSecurityGroupId: '@{balancer-access}' },
      { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: '@{balancer-access}' },
    ],
  }),
  targets: targetGroup('names', {
    Protocol: 'UDP',
    Port: 53,
    HealthCheckProtocol: 'HTTP',
    HealthCheckPort: '8080',
  }),
  main: fargate,
  names: webService({
    serviceName: 'names',
    launchType: 'FARGATE',
    loadBalancers: [{ targetGroupArn: '@{targets}', containerName: 'names', containerPort: 53 }],
  }),
  task: fargateTask({
    family: 'names',
    executionRoleArn: '@{execution-role}',
    containerDefinitions: [
      webContainer({
        name: 'names',
        portMappings: [{ containerPort: 53, protocol: 'udp' }, { containerPort: 8080 }],
      }),
    ],
  }),
}

const listenerRule = (id: string) =>
  `arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/web/50dc6c49/f2f7dc8e/${id}`

const shifted: Spec = {
  ...registered,
  advancedConfiguration: {
    alternateTargetGroupArn: '@{other-targets}',
    productionListenerRule: listenerRule('9683b2d0'),
    testListenerRule: listenerRule('1a2b3c4d'),
    roleArn: '@{infrastructure-role}',
  },
}

const bothGroups: Spec = {
  Type: 'forward',
  ForwardConfig: {
    TargetGroups: [
      { TargetGroupArn: '@{targets}', Weight: 100 },
      { TargetGroupArn: '@{other-targets}', Weight: 0 },
    ],
  },
}

/** ECS moves the traffic from one target group to the other. */
const blueGreen: Elements = {
  ...webOnFargate({
    loadBalancers: [shifted],
    deploymentConfiguration: {
      strategy: 'BLUE_GREEN',
      bakeTimeInMinutes: 10,
      minimumHealthyPercent: 100,
      maximumPercent: 200,
    },
  }),
  balancer: element('application-load-balancer', {
    Name: 'web',
    Scheme: 'internet-facing',
    Subnets: publicSubnets,
    SecurityGroups: ['@{balancer-access}'],
    Listeners: httpsListeners.map((listener) =>
      listener.Protocol === 'HTTPS' ? { ...listener, DefaultActions: [bothGroups] } : listener,
    ),
  }),
  'other-targets': targetGroup('web-other'),
  'infrastructure-role': infrastructureRole('AmazonECSInfrastructureRolePolicyForLoadBalancers'),
}

/** CodeDeploy moves it, in ten percent and the rest. */
const codeDeploy: Elements = {
  ...blueGreen,
  web: webService({
    launchType: 'FARGATE',
    deploymentController: { type: 'CODE_DEPLOY' },
    deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 200 },
  }),
  'infrastructure-role': role('ecsCodeDeployRole', 'codedeploy.amazonaws.com', ['AWSCodeDeployRoleForECS']),
  deployments: element('codedeploy-deployment-group', {
    deploymentGroupName: 'web',
    applicationName: 'shop',
    deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
    serviceRoleArn: '@{infrastructure-role}',
    ecsServices: [{ serviceName: '@{web}', clusterName: '@{main.name}' }],
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'web' }, { name: 'web-other' }],
          prodTrafficRoute: {
            listenerArns: [
              'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/web/50dc6c49/f2f7',
            ],
          },
        },
      ],
    },
  }),
}

const connected = (services: readonly Spec[]): Spec => ({
  serviceConnectConfiguration: {
    enabled: true,
    ...(services.length > 0 ? { services } : {}),
    ...awslogs('proxy'),
  },
})

/** Two services that find each other by name. */
const serviceConnect: Elements = {
  ...webOnFargate(connected([]), { cpu: '512', memory: '1024' }),
  'prices-access': securityGroup('prices', 'access', 8080),
  main: cluster(['FARGATE', 'FARGATE_SPOT'], { serviceConnectDefaults: { namespace: 'shop' } }),
  prices: service({
    serviceName: 'prices',
    cluster: '@{main}',
    taskDefinition: '@{prices-task}',
    launchType: 'FARGATE',
    networkConfiguration: {
      awsvpcConfiguration: { subnets: privateSubnets, securityGroups: ['@{prices-access}'] },
    },
    ...rolling,
    ...connected([
      { portName: 'http', discoveryName: 'prices', clientAliases: [{ port: 80, dnsName: 'prices' }] },
    ]),
  }),
  'prices-task': fargateTask({
    family: 'prices',
    executionRoleArn: '@{execution-role}',
    cpu: '512',
    memory: '1024',
    containerDefinitions: [webContainer({ name: 'prices' })],
  }),
}

/** A log router beside the application, which writes with the task role. */
const firelens: Elements = {
  ...webOnFargate(
    {},
    {
      ...roles,
      cpu: '512',
      memory: '1024',
      containerDefinitions: [
        webContainer({
          dependsOn: [{ containerName: 'log-router', condition: 'START' }],
          logConfiguration: {
            logDriver: 'awsfirelens',
            options: {
              Name: 'cloudwatch_logs',
              region: 'eu-west-1',
              log_group_name: '/ecs/web',
              log_stream_prefix: 'web-',
            },
          },
        }),
        {
          name: 'log-router',
          image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.2',
          essential: true,
          memoryReservation: 64,
          user: '1000',
          firelensConfiguration: { type: 'fluentbit', options: { 'enable-ecs-log-metadata': 'true' } },
          ...awslogs('router'),
        },
      ],
    },
  ),
  'task-role': taskRole({
    Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
    Resource: '@{logs.arn}:*',
  }),
}

/** One graphics processor for each task. */
const gpu: Elements = {
  ...nattedNetwork,
  ...basics,
  ...instanceProfile,
  instances: autoScalingGroup('g5.2xlarge', AMAZON_LINUX_GPU),
  capacity: capacityProvider,
  main: instanceCluster,
  'instance-access': closedGroup,
  model: service({ serviceName: 'model', cluster: '@{main}', ...onInstances, ...rolling }),
  task: instanceTask({
    family: 'model',
    networkMode: 'bridge',
    executionRoleArn: '@{execution-role}',
    containerDefinitions: [
      webContainer({
        name: 'model',
        cpu: 2048,
        memory: 16384,
        portMappings: [{ containerPort: 8080 }],
        resourceRequirements: [{ type: 'GPU', value: '1' }],
      }),
    ],
  }),
}

/** Pods on Fargate, and a target group that the AWS Load Balancer Controller fills. */
const kubernetes: Elements = {
  ...nattedNetwork,
  ...publicBalancer(),
  repository,
  shop: element('eks-cluster', {
    name: 'shop',
    version: '1.33',
    roleArn: '@{cluster-role}',
    resourcesVpcConfig: { subnetIds: privateSubnets, endpointPrivateAccess: true },
  }),
  'cluster-role': role('eksClusterRole', 'eks.amazonaws.com', ['AmazonEKSClusterPolicy']),
  profile: element('eks-fargate-profile', {
    fargateProfileName: 'web',
    clusterName: '@{shop}',
    selectors: [{ namespace: 'web' }],
    podExecutionRoleArn: '@{pod-role}',
    subnets: privateSubnets,
  }),
  'pod-role': role('eksPodExecutionRole', 'eks-fargate-pods.amazonaws.com', [
    'AmazonEKSFargatePodExecutionRolePolicy',
  ]),
  web: element(
    'kubernetes-workload',
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'web' },
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: {
            containers: [{ name: 'web', image: '@{repository.uri}:1.4.2', ports: [{ containerPort: 8080 }] }],
          },
        },
      },
    },
    { inside: 'shop' },
  ),
}

export const validDesigns: Readonly<Record<string, Design>> = {
  'a Fargate web service behind HTTPS, with NAT gateways': drawing({ ...nattedNetwork, ...shop }, calls),
  'the same with VPC endpoints and no NAT gateway': drawing(
    { ...closedNetwork, ...endpoints, ...shop },
    calls,
  ),
  'a web service in bridge mode and a daemon on an Auto Scaling group': drawing(bridge, visits),
  'tasks with addresses of their own on EC2, with ECS Exec': drawing(ownAddresses, visits),
  'Windows on EC2 with a file share': drawing(windowsOnInstances, visits),
  'Windows on Fargate': drawing(windowsOnFargate, visits),
  'ARM64 on Fargate and Fargate Spot': drawing(spotMix, visits),
  'managed instances': drawing(managedInstances, visits),
  'external instances': drawing(external),
  'a queue worker that is scaled by its backlog': drawing(queueWorker, {
    feeds: link('jobs', 'feeds', 'worker'),
  }),
  'a nightly batch task with EBS volumes': drawing(batch, { reports: link('task', 'calls', 'reports') }),
  'UDP behind a Network Load Balancer': drawing(udp, visits),
  'blue/green deployments by ECS': drawing(blueGreen, visits),
  'blue/green deployments by CodeDeploy': drawing(codeDeploy, visits),
  'two services with Service Connect': drawing(serviceConnect, {
    ...visits,
    asks: link('web', 'traffic', 'prices'),
  }),
  'FireLens to CloudWatch Logs': drawing(firelens, visits),
  'GPUs on EC2': drawing(gpu),
  'a Deployment on EKS with a Fargate profile': drawing(kubernetes, {
    ...visits,
    serves: link('targets', 'forwards', 'web'),
  }),
}
