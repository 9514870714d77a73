/** What the valid designs are put together from: networks, roles and ways in, as AWS's guides set them up. */
import type { Element, Spec } from '../design/design'
import { element, fargateTask, service } from '../rules/examples'

export type Elements = Readonly<Record<string, Element>>

const REGION = 'eu-west-1'
const ZONES = ['a', 'b'] as const
const EVERYWHERE = '0.0.0.0/0'

const subnet = (zone: string, range: string, rest: Spec): Element =>
  element('subnet', {
    VpcId: '@{network}',
    AvailabilityZone: `${REGION}${zone}`,
    CidrBlock: `10.20.${range}.0/24`,
    ...rest,
  })

const withZones = (make: (zone: string, index: number) => Elements): Elements =>
  Object.assign({}, ...ZONES.map(make))

/** A VPC with a public and a private subnet in each of two zones; nothing leads out of the private ones. */
export const closedNetwork: Elements = {
  network: element('vpc', { CidrBlock: '10.20.0.0/16' }),
  internet: element('internet-gateway', { VpcId: '@{network}' }),
  ...withZones((zone, index) => ({
    [`public-${zone}`]: subnet(zone, `${index}`, {
      Routes: [{ DestinationCidrBlock: EVERYWHERE, GatewayId: '@{internet}' }],
    }),
    [`private-${zone}`]: subnet(zone, `${index + 10}`, {}),
  })),
}

/** The same with a NAT gateway in each zone, by which the private subnets reach the internet. */
export const nattedNetwork: Elements = {
  ...closedNetwork,
  ...withZones((zone, index) => ({
    [`nat-${zone}`]: element('nat-gateway', {
      ConnectivityType: 'public',
      SubnetId: `@{public-${zone}}`,
      AllocationId: `eipalloc-0a1b2c3d4e5f6000${index}`,
    }),
    [`private-${zone}`]: subnet(zone, `${index + 10}`, {
      Routes: [{ DestinationCidrBlock: EVERYWHERE, NatGatewayId: `@{nat-${zone}}` }],
    }),
  })),
}

export const publicSubnets = ['@{public-a}', '@{public-b}']
export const privateSubnets = ['@{private-a}', '@{private-b}']

/** The network configuration of tasks in the private subnets, behind the security group `access`. */
export const inPrivate: Spec = {
  awsvpcConfiguration: {
    subnets: privateSubnets,
    securityGroups: ['@{access}'],
    assignPublicIp: 'DISABLED',
  },
}

/** An interface endpoint in the private subnets, for a service such as `ecr.api`. */
export const interfaceEndpoint = (service: string): Element =>
  element('vpc-endpoint', {
    VpcEndpointType: 'Interface',
    ServiceName: `com.amazonaws.${REGION}.${service}`,
    VpcId: '@{network}',
    SubnetIds: privateSubnets,
    SecurityGroupIds: ['@{endpoint-access}'],
    PrivateDnsEnabled: true,
  })

/** A security group that lets one port, or several, in from another group or from everywhere. */
export function securityGroup(
  name: string,
  from: string,
  first: number,
  last = first,
  protocol = 'tcp',
): Element {
  const source = from === 'everywhere' ? { CidrIp: EVERYWHERE } : { SourceSecurityGroupId: `@{${from}}` }
  return element('security-group', {
    GroupName: name,
    Description: `${protocol} ${first} to ${last} from ${from}`,
    VpcId: '@{network}',
    SecurityGroupIngress: [{ IpProtocol: protocol, FromPort: first, ToPort: last, ...source }],
  })
}

/** A security group of tasks that nobody has to reach. */
export const closedGroup: Element = element('security-group', {
  GroupName: 'worker',
  Description: 'Nothing comes in',
  VpcId: '@{network}',
})

export interface Permission {
  readonly Action: readonly string[]
  readonly Resource: string
}

/** A role with managed policies, and permissions of its own. */
export function role(
  name: string,
  trusted: string,
  managed: readonly string[] = [],
  permissions: readonly Permission[] = [],
): Element {
  const statement = { Effect: 'Allow', Principal: { Service: trusted }, Action: 'sts:AssumeRole' }
  const policy = {
    PolicyName: name,
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: permissions.map((permission) => ({ Effect: 'Allow', ...permission })),
    },
  }
  return element('iam-role', {
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    ManagedPolicyArns:
      managed.length > 0 ? managed.map((arn) => `arn:aws:iam::aws:policy/${arn}`) : undefined,
    Policies: permissions.length > 0 ? [policy] : undefined,
  })
}

/** The task execution role, which may also do what is given. */
export const executionRole = (...permissions: readonly Permission[]): Element =>
  role(
    'ecsTaskExecutionRole',
    'ecs-tasks.amazonaws.com',
    ['service-role/AmazonECSTaskExecutionRolePolicy'],
    permissions,
  )

/** A task role that may do what is given. */
export const taskRole = (...permissions: readonly Permission[]): Element =>
  role('web-task', 'ecs-tasks.amazonaws.com', [], permissions)

/** The infrastructure role, with AWS's policy for one of its uses. */
export const infrastructureRole = (policy: string): Element =>
  role('ecsInfrastructureRole', 'ecs.amazonaws.com', [policy])

/** What an application needs so that people can open a shell in it with ECS Exec. */
export const execPermission: Permission = {
  Action: [
    'ssmmessages:CreateControlChannel',
    'ssmmessages:CreateDataChannel',
    'ssmmessages:OpenControlChannel',
    'ssmmessages:OpenDataChannel',
  ],
  Resource: '*',
}

/** The instance profile `profile` of container instances, with its role. */
export const instanceProfile: Elements = {
  profile: element('instance-profile', {
    InstanceProfileName: 'ecsInstanceRole',
    Roles: ['@{instance-role}'],
  }),
  'instance-role': role('ecsInstanceRole', 'ec2.amazonaws.com', [
    'service-role/AmazonEC2ContainerServiceforEC2Role',
  ]),
}

/** An Auto Scaling group in the private subnets, behind the security group `instance-access`. */
export const autoScalingGroup = (instanceType: string, image: string, rest: Spec = {}): Element =>
  element('auto-scaling-group', {
    AutoScalingGroupName: 'instances',
    MinSize: 2,
    MaxSize: 8,
    VPCZoneIdentifier: privateSubnets.join(','),
    NewInstancesProtectedFromScaleIn: true,
    LaunchTemplateData: {
      InstanceType: instanceType,
      ImageId: `resolve:ssm:/aws/service/${image}`,
      IamInstanceProfile: { Arn: '@{profile}' },
      SecurityGroupIds: ['@{instance-access}'],
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
    },
    ...rest,
  })

export const AMAZON_LINUX = 'ecs/optimized-ami/amazon-linux-2023/recommended/image_id'
export const AMAZON_LINUX_GPU = 'ecs/optimized-ami/amazon-linux-2023/gpu/recommended/image_id'
export const WINDOWS_2022 = 'ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id'

/** A capacity provider that sets the size of the Auto Scaling group `instances`. */
export const capacityProvider: Element = element('capacity-provider', {
  name: 'instances',
  autoScalingGroupProvider: {
    autoScalingGroupArn: '@{instances.arn}',
    managedScaling: { status: 'ENABLED', targetCapacity: 100, instanceWarmupPeriod: 120 },
    managedTerminationProtection: 'ENABLED',
    managedDraining: 'ENABLED',
  },
})

/** The cluster `main` with that capacity provider. */
export const instanceCluster: Element = cluster(['@{capacity}'])

/** A cluster `main` with capacity providers. */
export function cluster(capacityProviders: readonly string[], rest: Spec = {}): Element {
  return element('cluster', {
    clusterName: 'main',
    capacityProviders,
    settings: [{ name: 'containerInsights', value: 'enhanced' }],
    ...rest,
  })
}

/** All that tasks on container instances stand on, but the security group of the instances. */
export const instances: Elements = {
  ...instanceProfile,
  instances: autoScalingGroup('m7i.large', AMAZON_LINUX),
  capacity: capacityProvider,
  main: instanceCluster,
}

/** The strategy of a service on these instances. */
export const onInstances: Spec = {
  capacityProviderStrategy: [{ capacityProvider: '@{capacity}', weight: 1 }],
}

/** The log configuration of a container that logs to the group `logs`. */
export const awslogs = (prefix: string): Spec => ({
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '@{logs}', 'awslogs-region': REGION, 'awslogs-stream-prefix': prefix },
  },
})

export const logGroup: Element = element('log-group', { logGroupName: '/ecs/web', retentionInDays: 30 })

export const repository: Element = element('ecr-repository', {
  repositoryName: 'shop/web',
  imageTagMutability: 'IMMUTABLE',
  imageScanningConfiguration: { scanOnPush: true },
})

const forward = { Type: 'forward', TargetGroupArn: '@{targets}' }

/** An HTTPS listener that forwards to `targets`, and one that sends HTTP there. */
export const httpsListeners: readonly Spec[] = [
  {
    Protocol: 'HTTPS',
    Port: 443,
    SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    Certificates: [{ CertificateArn: `arn:aws:acm:${REGION}:123456789012:certificate/3f1c` }],
    DefaultActions: [forward],
  },
  {
    Protocol: 'HTTP',
    Port: 80,
    DefaultActions: [
      { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
    ],
  },
]

/** An Application Load Balancer in the public subnets, with users, its security group and the target group `targets`. */
export const publicBalancer = (target: Spec = {}): Elements => ({
  users: element('users'),
  balancer: element('application-load-balancer', {
    Name: 'web',
    Scheme: 'internet-facing',
    Subnets: publicSubnets,
    SecurityGroups: ['@{balancer-access}'],
    Listeners: httpsListeners,
  }),
  'balancer-access': element('security-group', {
    GroupName: 'balancer',
    Description: 'The web from everywhere',
    VpcId: '@{network}',
    SecurityGroupIngress: [80, 443].map((port) => ({
      IpProtocol: 'tcp',
      FromPort: port,
      ToPort: port,
      CidrIp: EVERYWHERE,
    })),
  }),
  targets: targetGroup('web', target),
})

/** A target group for tasks with addresses of their own. */
export function targetGroup(name: string, rest: Spec = {}): Element {
  return element('target-group', {
    Name: name,
    TargetType: 'ip',
    Protocol: 'HTTP',
    Port: 8080,
    VpcId: '@{network}',
    HealthCheckPath: '/health',
    HealthCheckIntervalSeconds: 15,
    ...rest,
  })
}

/** The entry of a service's `loadBalancers` that goes with it. */
export const registered: Spec = { targetGroupArn: '@{targets}', containerName: 'web', containerPort: 8080 }

/** How a replica service is rolled out by ECS. */
export const rolling: Spec = {
  deploymentConfiguration: {
    minimumHealthyPercent: 100,
    maximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
  },
}

/** The container `web`, which answers on port 8080 and logs to `logs`. A member given as undefined is left out. */
export function webContainer(rest: Spec = {}): Spec {
  const members = {
    name: 'web',
    image: '@{repository.uri}:1.4.2',
    essential: true,
    portMappings: [{ name: 'http', containerPort: 8080, protocol: 'tcp', appProtocol: 'http' }],
    healthCheck: {
      command: ['CMD-SHELL', 'curl -fsS http://localhost:8080/health || exit 1'],
      startPeriod: 30,
    },
    readonlyRootFilesystem: true,
    user: '1000',
    ...awslogs('web'),
    ...rest,
  }
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}

/** What every container here needs beside its task definition: logs, an image and the role that gets both. */
export const basics: Elements = { logs: logGroup, repository, 'execution-role': executionRole() }

/** A service `web` in the private subnets, behind the load balancer. */
export const webService = (rest: Spec = {}) =>
  service({
    cluster: '@{main}',
    networkConfiguration: inPrivate,
    loadBalancers: [registered],
    healthCheckGracePeriodSeconds: 60,
    ...rolling,
    ...rest,
  })

/** Uploads on EFS, which tasks mount with their task role. */
export const files: Elements = {
  files: element('efs-file-system', {
    CreationToken: 'uploads',
    Encrypted: true,
    ThroughputMode: 'elastic',
    Backup: true,
    MountTargets: privateSubnets.map((SubnetId) => ({ SubnetId, SecurityGroups: ['@{files-access}'] })),
  }),
  'files-access': securityGroup('files', 'access', 2049),
}

export const uploads: Spec = {
  name: 'uploads',
  efsVolumeConfiguration: {
    fileSystemId: '@{files}',
    transitEncryption: 'ENABLED',
    authorizationConfig: { iam: 'ENABLED' },
  },
}

export const mountFiles = {
  Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
  Resource: '@{files.arn}',
}

/** A task definition for container instances, whose containers say how much they get. */
export const instanceTask = (rest: Spec) =>
  element('task-definition', { family: 'web', requiresCompatibilities: ['EC2'], ...rest })

/** A cluster with both of Fargate’s capacity providers. */
export const fargate = cluster(['FARGATE', 'FARGATE_SPOT'])

export const executed: Spec = { executionRoleArn: '@{execution-role}' }

/** A container that serves nobody. */
export const worker = (rest: Spec = {}) =>
  webContainer({ name: 'worker', portMappings: undefined, healthCheck: undefined, ...rest })

/** A service of workers on Fargate, with these members of their container, their task definition and the service. */
export const workerOnFargate = (container: Spec = {}, task: Spec = {}, members: Spec = {}): Elements => ({
  ...nattedNetwork,
  ...basics,
  access: closedGroup,
  main: fargate,
  worker: service({
    serviceName: 'worker',
    cluster: '@{main}',
    launchType: 'FARGATE',
    networkConfiguration: inPrivate,
    ...rolling,
    ...members,
  }),
  task: fargateTask({
    ...executed,
    family: 'worker',
    containerDefinitions: [worker(container)],
    ...task,
  }),
})

/** The same on container instances in bridge mode. */
export const workerOnEc2 = (container: Spec = {}, task: Spec = {}, members: Spec = {}): Elements => ({
  ...nattedNetwork,
  ...basics,
  ...instances,
  'instance-access': closedGroup,
  worker: service({
    serviceName: 'worker',
    cluster: '@{main}',
    ...onInstances,
    ...rolling,
    ...members,
  }),
  task: instanceTask({
    ...executed,
    family: 'worker',
    containerDefinitions: [worker({ memory: 512, ...container })],
    ...task,
  }),
})

/** A web service on Fargate behind the public Application Load Balancer. */
export const webOnFargate = (members: Spec = {}, task: Spec = {}): Elements => ({
  ...nattedNetwork,
  ...publicBalancer(),
  ...basics,
  access: securityGroup('web', 'balancer-access', 8080),
  main: fargate,
  web: webService({ launchType: 'FARGATE', ...members }),
  task: fargateTask({ ...executed, containerDefinitions: [webContainer()], ...task }),
})

/** The same in bridge mode on container instances, with dynamic host ports. */
export const webInBridgeMode = (mapping: Spec = {}, members: Spec = {}): Elements => ({
  ...nattedNetwork,
  ...publicBalancer({ TargetType: 'instance' }),
  ...basics,
  ...instances,
  'instance-access': securityGroup('instances', 'balancer-access', 32768, 65535),
  web: webService({ ...onInstances, networkConfiguration: undefined, ...members }),
  task: instanceTask({
    ...executed,
    networkMode: 'bridge',
    containerDefinitions: [
      webContainer({ memory: 512, portMappings: [{ containerPort: 8080, ...mapping }] }),
    ],
  }),
})
