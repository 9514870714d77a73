/** What else AWS takes: single members and parts in their less usual forms, in a design that is clean without them. */
import { describe, expect, it } from 'vitest'
import type { Element, Spec } from '../design/design'
import {
  awslogs,
  basics,
  closedGroup,
  cluster,
  type Elements,
  execPermission,
  executed,
  executionRole,
  files,
  httpsListeners,
  infrastructureRole,
  instanceProfile,
  instanceTask,
  mountFiles,
  nattedNetwork,
  privateSubnets,
  publicSubnets,
  registered,
  role,
  rolling,
  securityGroup,
  targetGroup,
  taskRole,
  webContainer,
  webInBridgeMode,
  webOnFargate,
  worker,
  workerOnEc2,
  workerOnFargate,
} from '../testing/parts'
import { drawing, element, fargateTask, service } from './examples'
import { validate } from './validate'

type Variations = Readonly<Record<string, Elements>>

function expectAllClean(variations: Variations): void {
  it.each(Object.entries(variations))('%s', (_, elements) => {
    const problems = validate(drawing(elements)).filter(({ severity }) => severity !== 'advice')
    expect(
      problems.map(({ rule, element, path, message }) => `${rule} ${element}${path}: ${message}`),
    ).toEqual([])
  })
}

const ACCOUNT = 'eu-west-1:123456789012'
const secretReader = { Action: ['secretsmanager:GetSecretValue'], Resource: '@{login}' }
const login = element('secret', { Name: 'login' })

/** An element with some members of its spec changed. */
const changed = (elements: Elements, id: string, members: Spec): Elements => {
  const { [id]: old } = elements
  return { ...elements, [id]: { ...old, spec: { ...old?.spec, ...members } } as Element }
}

describe('a container', () => {
  const onEc2 = {
    linuxParameters: {
      devices: [{ hostPath: '/dev/fuse', containerPath: '/dev/fuse', permissions: ['read', 'write'] }],
      sharedMemorySize: 128,
      maxSwap: 256,
      swappiness: 60,
      tmpfs: [{ containerPath: '/tmp', size: 64, mountOptions: ['noexec', 'nosuid'] }],
      capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
    },
    hostname: 'worker',
    extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.4' }],
    dnsServers: ['10.0.0.2'],
    dnsSearchDomains: ['corp.example.com'],
    stopTimeout: 300,
  }
  const restarts = { enabled: true, ignoredExitCodes: [0, 137], restartAttemptPeriod: 60 }
  const slow = { command: ['CMD', '/bin/ok'], interval: 300, timeout: 60, retries: 10, startPeriod: 300 }
  const quick = { command: ['CMD', '/bin/ok'], interval: 5, timeout: 2, retries: 1, startPeriod: 0 }
  const secrets = [
    { name: 'A', valueFrom: '@{login}:key:AWSCURRENT:' },
    { name: 'B', valueFrom: '@{login}::AWSPREVIOUS:' },
    { name: 'C', valueFrom: '@{login}:key::a1b2c3d4-5678-90ab-cdef-EXAMPLE11111' },
  ]
  expectAllClean({
    'with all that only instances have': workerOnEc2(onEc2, { networkMode: 'bridge' }),
    'with a range of ports of its own address': workerOnFargate({
      portMappings: [{ containerPortRange: '8000-8010' }, { containerPort: 9000 }],
    }),
    'with a range of ports of its instance': workerOnEc2(
      { portMappings: [{ containerPortRange: '8000-8010', protocol: 'udp' }] },
      { networkMode: 'bridge' },
    ),
    'that is restarted by itself': workerOnFargate({
      restartPolicy: restarts,
      versionConsistency: 'disabled',
    }),
    'that is not': workerOnFargate({ restartPolicy: { enabled: false } }),
    'with the slowest health check': workerOnFargate({ healthCheck: slow }),
    'with the quickest one': workerOnFargate({ healthCheck: quick }),
    'with a credential spec': workerOnFargate({
      credentialSpecs: ['credentialspecdomainless:arn:aws:s3:::example-specs/spec.json'],
    }),
    'with versions of a secret': {
      ...workerOnFargate({ secrets }),
      login,
      'execution-role': executionRole(secretReader),
    },
    'with files of variables and a registry’s login': {
      ...workerOnFargate({
        image: 'registry.example.com/team/worker:1',
        repositoryCredentials: { credentialsParameter: '@{login}' },
        environmentFiles: [{ type: 's3', value: '@{settings.arn}/worker.env' }],
      }),
      login,
      settings: element('s3-bucket', { Bucket: 'example-settings' }),
      'execution-role': executionRole(
        secretReader,
        { Action: ['s3:GetObject'], Resource: '@{settings.arn}/worker.env' },
        { Action: ['s3:GetBucketLocation'], Resource: '@{settings.arn}' },
      ),
    },
    'linked with another one': workerOnEc2(
      {},
      {
        networkMode: 'bridge',
        containerDefinitions: [
          worker({ memory: 256, links: ['db:database'] }),
          worker({ memory: 256, name: 'db' }),
        ],
      },
    ),
    'that lends its volumes': workerOnFargate(
      {},
      {
        volumes: [{ name: 'shared' }],
        containerDefinitions: [
          worker({ mountPoints: [{ sourceVolume: 'shared', containerPath: '/shared' }] }),
          worker({
            name: 'side',
            essential: false,
            volumesFrom: [{ sourceContainer: 'worker', readOnly: true }],
          }),
        ],
      },
    ),
  })
})

describe('an image', () => {
  const digest = `sha256:${'a'.repeat(64)}`
  const images = [
    `public.ecr.aws/nginx/nginx@${digest}`,
    `123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1@${digest}`,
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx:1.27',
    '123456789012.dkr-ecr.eu-west-1.on.aws/web:1',
    'ghcr.io/org/app:v1.2.3',
    'quay.io/org/app:1',
    'registry.example.com:5000/a/b:1',
    '${IMAGE}',
  ]
  expectAllClean(Object.fromEntries(images.map((image) => [image, workerOnFargate({ image })])))
})

describe('a log', () => {
  const options = { 'awslogs-group': '/central', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'w' }
  const to = (logDriver: string, rest: Spec = {}) => ({ logConfiguration: { logDriver, options: rest } })
  const router = (firelensConfiguration: Spec) =>
    worker({
      name: 'log_router',
      memory: 128,
      image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.2',
      firelensConfiguration,
    })
  const splunk = {
    logDriver: 'splunk',
    options: { 'splunk-url': 'https://splunk.example.com:8088' },
    secretOptions: [{ name: 'splunk-token', valueFrom: '@{login}' }],
  }
  const datadog = {
    logDriver: 'awsfirelens',
    options: { Name: 'datadog', Host: 'http-intake.logs.datadoghq.eu', TLS: 'on' },
    secretOptions: [{ name: 'apikey', valueFrom: '@{login}' }],
  }
  const ownFile = { 'config-file-type': 'file', 'config-file-value': '/fluent-bit/configs/parse-json.conf' }
  expectAllClean({
    'in another Region, by the dates of its lines': workerOnFargate(
      to('awslogs', { ...options, 'awslogs-datetime-format': '%Y-%m-%d' }),
    ),
    'by a pattern, without blocking': workerOnFargate(
      to('awslogs', {
        ...options,
        'awslogs-multiline-pattern': '^INFO',
        mode: 'non-blocking',
        'max-buffer-size': '25m',
      }),
    ),
    'in Splunk': {
      ...workerOnFargate({ logConfiguration: splunk }),
      login,
      'execution-role': executionRole(secretReader),
    },
    'by syslog': workerOnEc2(to('syslog', { 'syslog-address': 'udp://10.0.0.4:514' })),
    'by GELF': workerOnEc2(to('gelf', { 'gelf-address': 'udp://10.0.0.4:12201' })),
    'by Fluentd': workerOnEc2(to('fluentd', { 'fluentd-address': '10.0.0.4:24224' })),
    'in the journal': workerOnEc2(to('journald')),
    'by a router, elsewhere': {
      ...workerOnFargate(
        {},
        {
          containerDefinitions: [
            worker({ logConfiguration: datadog }),
            router({ type: 'fluentbit', options: ownFile }),
          ],
        },
      ),
      login,
      'execution-role': executionRole(secretReader),
    },
  })
})

describe('storage', () => {
  const mountPoints = [{ sourceVolume: 'data', containerPath: '/data' }]
  const onEfs = (efsVolumeConfiguration: Spec): Elements => ({
    ...workerOnFargate(
      { mountPoints },
      { taskRoleArn: '@{task-role}', volumes: [{ name: 'data', efsVolumeConfiguration }] },
    ),
    ...files,
    'task-role': taskRole(mountFiles),
  })
  const onDisk = (disk: Spec): Elements => ({
    ...workerOnFargate(
      { mountPoints },
      { volumes: [{ name: 'data', configuredAtLaunch: true }] },
      {
        volumeConfigurations: [
          { name: 'data', managedEBSVolume: { roleArn: '@{infrastructure-role}', ...disk } },
        ],
      },
    ),
    'infrastructure-role': infrastructureRole('service-role/AmazonECSInfrastructureRolePolicyForVolumes'),
  })
  const byDocker = {
    scope: 'shared',
    autoprovision: true,
    driver: 'local',
    driverOpts: { type: 'tmpfs', device: 'tmpfs' },
  }
  expectAllClean({
    'by an access point': onEfs({
      fileSystemId: '@{files}',
      transitEncryption: 'ENABLED',
      transitEncryptionPort: 2999,
      authorizationConfig: { accessPointId: 'fsap-0123456789abcdef0', iam: 'ENABLED' },
    }),
    'in a folder of a file system that is not drawn': onEfs({
      fileSystemId: 'fs-0123456789abcdef0',
      rootDirectory: '/shop',
      transitEncryption: 'ENABLED',
    }),
    'on S3 Files': {
      ...workerOnFargate(
        { mountPoints },
        {
          taskRoleArn: '@{task-role}',
          volumes: [{ name: 'data', s3filesVolumeConfiguration: { fileSystemArn: '@{objects}' } }],
        },
      ),
      objects: element('s3files-file-system', { bucket: '@{bucket.arn}', roleArn: '@{objects-role}' }),
      bucket: element('s3-bucket', { Bucket: 'example-objects' }),
      'objects-role': role('objects', 'elasticfilesystem.amazonaws.com'),
      'task-role': role('task', 'ecs-tasks.amazonaws.com', ['AmazonS3FilesClientFullAccess']),
    },
    'of a Docker volume': workerOnEc2(
      { mountPoints },
      { networkMode: 'bridge', volumes: [{ name: 'data', dockerVolumeConfiguration: byDocker }] },
    ),
    'that is as small as can be': onDisk({ volumeType: 'gp3', sizeInGiB: 1, iops: 3000, throughput: 125 }),
    'that is quick': onDisk({ volumeType: 'io2', sizeInGiB: 100, iops: 5000, encrypted: true }),
    'on a disk drive': onDisk({ volumeType: 'st1', sizeInGiB: 125 }),
    'from a snapshot': onDisk({ snapshotId: 'snap-0a1b2c3d4e5f60001', volumeInitializationRate: 200 }),
    'of the least size': workerOnFargate({}, { ephemeralStorage: { sizeInGiB: 21 } }),
    'of the largest task': workerOnFargate(
      {},
      { cpu: '16 vCPU', memory: '120 GB', ephemeralStorage: { sizeInGiB: 200 } },
      { platformVersion: '1.4.0' },
    ),
  })
})

describe('a service', () => {
  const breaker = {
    enable: true,
    rollback: true,
    resetOnHealthyTask: true,
    thresholdConfiguration: { type: 'COUNT', value: 5 },
  }
  const instancesByHand: Elements = {
    ...nattedNetwork,
    ...basics,
    ...instanceProfile,
    'instance-access': closedGroup,
    main: cluster([]),
    hosts: element('container-instance', {
      cluster: '@{main}',
      agentConnected: true,
      ImageId: 'ami-0a1b2c3d4e5f60001',
      InstanceType: 'm7i.large',
      MinCount: 3,
      MaxCount: 3,
      IamInstanceProfile: { Arn: '@{profile}' },
      SubnetId: '@{private-a}',
      SecurityGroupIds: ['@{instance-access}'],
    }),
    task: instanceTask({ ...executed, containerDefinitions: [worker({ memory: 512 })] }),
  }
  const session = { readonlyRootFilesystem: undefined, linuxParameters: { initProcessEnabled: true } }
  expectAllClean({
    'with its deployment in every detail': workerOnFargate(
      {},
      { tags: [{ key: 'team', value: 'shop' }] },
      {
        propagateTags: 'SERVICE',
        enableECSManagedTags: true,
        schedulingStrategy: 'REPLICA',
        deploymentController: { type: 'ECS' },
        availabilityZoneRebalancing: 'ENABLED',
        tags: [{ key: 'empty', value: '' }],
        deploymentConfiguration: {
          strategy: 'ROLLING',
          minimumHealthyPercent: 50,
          maximumPercent: 150,
          deploymentCircuitBreaker: breaker,
          alarms: { alarmNames: ['errors'], enable: true, rollback: true },
        },
      },
    ),
    'by the default strategy of its cluster': {
      ...workerOnFargate({}, {}, { launchType: undefined }),
      main: cluster(['FARGATE', 'FARGATE_SPOT'], {
        defaultCapacityProviderStrategy: [
          { capacityProvider: 'FARGATE', base: 1, weight: 1 },
          { capacityProvider: 'FARGATE_SPOT', weight: 3 },
        ],
      }),
    },
    'on instances by the default strategy': {
      ...workerOnEc2({}, {}, { capacityProviderStrategy: undefined }),
      main: cluster(['@{capacity}'], {
        defaultCapacityProviderStrategy: [{ capacityProvider: '@{capacity}', weight: 1 }],
      }),
    },
    'by launch type on the instances of a provider': workerOnEc2(
      {},
      {},
      { launchType: 'EC2', capacityProviderStrategy: undefined },
    ),
    'one task on each of three instances': {
      ...instancesByHand,
      worker: service({
        cluster: '@{main}',
        launchType: 'EC2',
        desiredCount: 3,
        placementConstraints: [
          { type: 'distinctInstance' },
          { type: 'memberOf', expression: 'attribute:ecs.instance-type =~ m7i.*' },
        ],
        ...rolling,
      }),
    },
    'whose definition names a place': workerOnEc2(
      {},
      { placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }] },
    ),
    'with a provider that does not scale': changed(workerOnEc2(), 'capacity', {
      autoScalingGroupProvider: {
        autoScalingGroupArn: '@{instances.arn}',
        managedScaling: { status: 'DISABLED' },
        managedTerminationProtection: 'DISABLED',
      },
    }),
    'whose task sets another tool makes': {
      ...basics,
      main: cluster(['FARGATE']),
      web: element('service', {
        serviceName: 'web',
        cluster: '@{main}',
        desiredCount: 2,
        deploymentController: { type: 'EXTERNAL' },
      }),
    },
    'in a cluster that is not drawn': changed(workerOnFargate(), 'worker', { cluster: 'prod' }),
    'of a task definition that is not drawn': changed(workerOnFargate(), 'worker', {
      taskDefinition: 'worker:7',
    }),
    'with ECS Exec and no log of sessions': {
      ...workerOnFargate(session, { taskRoleArn: '@{task-role}' }, { enableExecuteCommand: true }),
      main: cluster(['FARGATE'], { configuration: { executeCommandConfiguration: { logging: 'DEFAULT' } } }),
      'task-role': taskRole(execPermission),
    },
    'that injects faults': workerOnFargate({}, { enableFaultInjection: true }),
    'of tasks that are started on certain instances': {
      ...instancesByHand,
      job: element(
        'task',
        { cluster: '@{main}', taskDefinition: '@{task}', containerInstances: ['@{hosts}'] },
        { traits: ['batch'] },
      ),
    },
  })
})

describe('a way in', () => {
  const forward = { Type: 'forward', TargetGroupArn: '@{targets}' }
  const onHttps = (members: Spec): Elements =>
    changed(webOnFargate(), 'balancer', {
      Listeners: httpsListeners.map((one) => (one.Protocol === 'HTTPS' ? { ...one, ...members } : one)),
    })
  const both = {
    Type: 'forward',
    ForwardConfig: {
      TargetGroups: [
        { TargetGroupArn: '@{targets}', Weight: 100 },
        { TargetGroupArn: '@{other-targets}', Weight: 0 },
      ],
    },
  }
  const shifting = (deploymentConfiguration: Spec): Elements => ({
    ...changed(onHttps({ DefaultActions: [both] }), 'web', {
      deploymentConfiguration: { bakeTimeInMinutes: 5, ...deploymentConfiguration },
      loadBalancers: [
        {
          ...registered,
          advancedConfiguration: {
            alternateTargetGroupArn: '@{other-targets}',
            productionListenerRule: `arn:aws:elasticloadbalancing:${ACCOUNT}:listener-rule/app/web/5/f/9`,
            roleArn: '@{infrastructure-role}',
          },
        },
      ],
    }),
    'other-targets': targetGroup('other'),
    'infrastructure-role': infrastructureRole('AmazonECSInfrastructureRolePolicyForLoadBalancers'),
    'hook-role': role('hooks', 'ecs.amazonaws.com'),
  })
  const network = (listener: Spec, members: Spec): Elements => ({
    ...webOnFargate(),
    targets: targetGroup('web', { Protocol: 'TCP', HealthCheckProtocol: 'HTTP' }),
    balancer: element('network-load-balancer', {
      Name: 'web',
      SecurityGroups: ['@{balancer-access}'],
      Listeners: [{ DefaultActions: [forward], ...listener }],
      ...members,
    }),
  })
  const served = { portMappings: [{ name: 'http', containerPort: 8080, appProtocol: 'http' }] }
  const connected = (services: readonly Spec[]): Spec => ({
    serviceConnectConfiguration: { enabled: true, namespace: 'shop', services, ...awslogs('proxy') },
  })
  const roomy = { cpu: '512', memory: '1024' }
  expectAllClean({
    'over HTTP within the VPC': {
      ...changed(webOnFargate(), 'balancer', {
        Scheme: 'internal',
        Subnets: privateSubnets,
        Listeners: [{ Protocol: 'HTTP', Port: 80, DefaultActions: [forward] }],
      }),
    },
    'in both versions of IP': changed(webOnFargate(), 'balancer', { IpAddressType: 'dualstack' }),
    'over gRPC': changed(webOnFargate(), 'targets', {
      ProtocolVersion: 'GRPC',
      Matcher: { GrpcCode: '0' },
      HealthCheckPath: '/grpc.health.v1.Health/Check',
    }),
    'after signing in': onHttps({
      DefaultActions: [
        {
          Type: 'authenticate-oidc',
          Order: 1,
          AuthenticateOidcConfig: {
            Issuer: 'https://login.example.com',
            AuthorizationEndpoint: 'https://login.example.com/authorize',
            TokenEndpoint: 'https://login.example.com/token',
            UserInfoEndpoint: 'https://login.example.com/user',
            ClientId: 'shop',
          },
        },
        { ...forward, Order: 2 },
      ],
    }),
    'beside a function': {
      ...onHttps({
        Rules: [
          {
            Priority: 1,
            Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/function'] } }],
            Actions: [{ Type: 'forward', TargetGroupArn: '@{function}' }],
          },
        ],
      }),
      function: element('target-group', { Name: 'function', TargetType: 'lambda' }),
    },
    'over TLS, at fixed addresses': network(
      {
        Protocol: 'TLS',
        Port: 443,
        SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        Certificates: [{ CertificateArn: `arn:aws:acm:${ACCOUNT}:certificate/1` }],
      },
      {
        SubnetMappings: publicSubnets.map((SubnetId, index) => ({
          SubnetId,
          AllocationId: `eipalloc-0a1b2c3d4e5f6000${index}`,
        })),
      },
    ),
    'over TCP within the VPC': network(
      { Protocol: 'TCP', Port: 80 },
      { Scheme: 'internal', Subnets: privateSubnets },
    ),
    'that moves in steps': shifting({
      strategy: 'LINEAR',
      linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 5 },
    }),
    'that tries a canary': shifting({
      strategy: 'CANARY',
      canaryConfiguration: { canaryPercent: 0.5, canaryBakeTimeInMinutes: 10 },
    }),
    'that a function watches': shifting({
      strategy: 'BLUE_GREEN',
      lifecycleHooks: [
        {
          hookTargetArn: `arn:aws:lambda:${ACCOUNT}:function:check`,
          roleArn: '@{hook-role}',
          lifecycleStages: ['PRE_SCALE_UP', 'POST_TEST_TRAFFIC_SHIFT'],
        },
      ],
    }),
    'by VPC Lattice': {
      ...workerOnFargate(
        served,
        {},
        {
          vpcLatticeConfigurations: [
            {
              roleArn: '@{infrastructure-role}',
              targetGroupArn: `arn:aws:vpc-lattice:${ACCOUNT}:targetgroup/tg-0a1b2c3d4e5f60001`,
              portName: 'http',
            },
          ],
        },
      ),
      'infrastructure-role': infrastructureRole('AmazonECSInfrastructureRolePolicyForVpcLattice'),
    },
    'by service discovery': workerOnFargate(
      served,
      {},
      {
        serviceRegistries: [{ registryArn: `arn:aws:servicediscovery:${ACCOUNT}:service/srv-1` }],
      },
    ),
    'by Service Connect, with all that it has': workerOnFargate(
      served,
      roomy,
      connected([
        {
          portName: 'http',
          discoveryName: 'worker',
          clientAliases: [{ port: 80, dnsName: 'worker.shop' }],
          ingressPortOverride: 15000,
          timeout: { idleTimeoutSeconds: 3600, perRequestTimeoutSeconds: 15 },
        },
      ]),
    ),
    'by Service Connect in bridge mode': workerOnEc2(
      { portMappings: [{ name: 'http', containerPort: 8080, hostPort: 0, appProtocol: 'http' }] },
      { ...roomy, networkMode: 'bridge' },
      connected([{ portName: 'http', clientAliases: [{ port: 80 }] }]),
    ),
    'by Service Connect, which is turned off': workerOnFargate(
      {},
      {},
      {
        serviceConnectConfiguration: { enabled: false },
      },
    ),
    'for two services by the host that is asked for': {
      ...onHttps({
        Rules: [
          {
            Priority: 1,
            Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['api.example.com'] } }],
            Actions: [{ Type: 'forward', TargetGroupArn: '@{api-targets}' }],
          },
        ],
      }),
      'api-targets': targetGroup('api', { Port: 9000 }),
      'api-access': securityGroup('api', 'balancer-access', 9000),
      api: service({
        serviceName: 'api',
        cluster: '@{main}',
        taskDefinition: '@{api-task}',
        launchType: 'FARGATE',
        networkConfiguration: {
          awsvpcConfiguration: { subnets: privateSubnets, securityGroups: ['@{api-access}'] },
        },
        loadBalancers: [{ targetGroupArn: '@{api-targets}', containerName: 'api', containerPort: 9000 }],
        healthCheckGracePeriodSeconds: 30,
        ...rolling,
      }),
      'api-task': fargateTask({
        ...executed,
        family: 'api',
        containerDefinitions: [webContainer({ name: 'api', portMappings: [{ containerPort: 9000 }] })],
      }),
    },
    'by a fixed host port of an instance’s own security group': changed(
      webInBridgeMode({ hostPort: 8080 }, { desiredCount: 2 }),
      'instance-access',
      securityGroup('instances', 'balancer-access', 8080).spec,
    ),
  })
})

describe('a way out', () => {
  const by = (route: Spec): Elements =>
    Object.fromEntries(
      Object.entries(webOnFargate()).map(([id, one]) => [
        id,
        id.startsWith('private-')
          ? { ...one, spec: { ...one.spec, Routes: [{ DestinationCidrBlock: '0.0.0.0/0', ...route }] } }
          : one,
      ]),
    )
  expectAllClean({
    'by a transit gateway': by({ TransitGatewayId: 'tgw-0a1b2c3d4e5f60001' }),
    'by an appliance': by({ NetworkInterfaceId: 'eni-0a1b2c3d4e5f60001' }),
    'by a NAT instance': by({ InstanceId: 'i-0a1b2c3d4e5f60001' }),
    'by a firewall’s endpoint': by({ VpcEndpointId: 'vpce-0a1b2c3d4e5f60001' }),
    'by a NAT gateway that is not drawn': by({ NatGatewayId: 'nat-0a1b2c3d4e5f60001' }),
    'by a NAT gateway for all zones': {
      ...by({ NatGatewayId: '@{nat}' }),
      nat: element('nat-gateway', { AvailabilityMode: 'regional', VpcId: '@{network}' }),
    },
  })
})

describe('roles and scaling', () => {
  const policy = (members: Spec): Elements => ({
    ...webOnFargate(),
    scaling: element('scaling-policy', {
      PolicyName: 'load',
      ResourceId: '@{web}',
      MinCapacity: 2,
      MaxCapacity: 10,
      ...members,
    }),
  })
  const statement = {
    Effect: 'Allow',
    Principal: { Service: ['ecs-tasks.amazonaws.com', 'lambda.amazonaws.com'] },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
  }
  expectAllClean({
    'an execution role with permissions of its own': {
      ...workerOnFargate(),
      'execution-role': role(
        'exec',
        'ecs-tasks.amazonaws.com',
        [],
        [
          { Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
          {
            Action: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
            Resource: '@{repository.arn}',
          },
          { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '@{logs.arn}:*' },
        ],
      ),
    },
    'a role that several may assume': changed(workerOnFargate(), 'execution-role', {
      AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    }),
    'roles that are not drawn': workerOnFargate(
      {},
      {
        executionRoleArn: 'arn:aws:iam::123456789012:role/exec',
        taskRoleArn: 'arn:aws:iam::123456789012:role/service/worker',
      },
    ),
    'roles that are not known yet': workerOnFargate(
      {},
      { executionRoleArn: '${ROLE}', taskRoleArn: '{{role}}' },
    ),
    'by requests': policy({
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 1000,
        PredefinedMetricSpecification: {
          PredefinedMetricType: 'ALBRequestCountPerTarget',
          ResourceLabel: 'app/web/50dc6c49/targetgroup/web/73e2d6bc',
        },
      },
    }),
    'in steps': policy({
      PolicyType: 'StepScaling',
      StepScalingPolicyConfiguration: {
        AdjustmentType: 'ChangeInCapacity',
        StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
        Cooldown: 60,
      },
    }),
  })
})
