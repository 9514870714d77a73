/**
 * What must not be reported: designs that AWS takes, of which older documents, other tools or common sense say
 * otherwise. Each is drawn whole, so that it is clean, advice apart.
 */
import { describe, expect, it } from 'vitest'
import type { Design, Element, Spec } from '../design/design'
import {
  awslogs,
  basics,
  closedGroup,
  cluster,
  type Elements,
  executionRole,
  files,
  httpsListeners,
  infrastructureRole,
  inPrivate,
  instanceProfile,
  instances,
  instanceTask,
  nattedNetwork,
  onInstances,
  publicBalancer,
  publicSubnets,
  registered,
  role,
  rolling,
  securityGroup,
  targetGroup,
  taskRole,
  uploads,
  webContainer,
  webService,
} from '../testing/parts'
import { drawing, element, fargateTask, link, service } from './examples'
import { validate } from './validate'

const found = (design: Design) =>
  validate(design)
    .filter(({ severity }) => severity !== 'advice')
    .map(({ rule, severity, element, path, message }) => `${severity} ${rule} ${element}${path}: ${message}`)

const expectClean = (elements: Elements, connections: Design['connections'] = {}) =>
  expect(found(drawing(elements, connections))).toEqual([])

/** The rules that give a warning; errors there are none. */
const expectOnlyWarnings = (elements: Elements, ...rules: string[]) => {
  const problems = validate(drawing(elements)).filter(({ severity }) => severity !== 'advice')
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(problems.map(({ rule }) => rule)).toEqual(rules)
}

const fargate = cluster(['FARGATE', 'FARGATE_SPOT'])
const executed: Spec = { executionRoleArn: '@{execution-role}' }
const worker = (rest: Spec = {}) =>
  webContainer({ name: 'worker', portMappings: undefined, healthCheck: undefined, ...rest })

/** A Fargate worker: a service without load balancer, with these members of task, service and container. */
const onFargate = (container: Spec = {}, task: Spec = {}, members: Spec = {}): Elements => ({
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
const onEc2 = (container: Spec = {}, task: Spec = {}, members: Spec = {}): Elements => ({
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
const web = (members: Spec = {}, task: Spec = {}): Elements => ({
  ...nattedNetwork,
  ...publicBalancer(),
  ...basics,
  access: securityGroup('web', 'balancer-access', 8080),
  main: fargate,
  web: webService({ launchType: 'FARGATE', ...members }),
  task: fargateTask({ ...executed, containerDefinitions: [webContainer()], ...task }),
})

/** The same in bridge mode on container instances, with dynamic host ports. */
const bridge = (mapping: Spec = {}, members: Spec = {}): Elements => ({
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

const withMembers = (elements: Elements, id: string, members: Spec): Elements => {
  const { [id]: old } = elements
  return { ...elements, [id]: { ...(old as Element), spec: { ...old?.spec, ...members } } }
}

describe('clusters and task definitions', () => {
  it('an empty cluster', () => {
    expectClean({ main: cluster([]) })
    expectClean({ main: element('cluster', { clusterName: 'empty' }) })
  })

  it('a task definition outside every cluster', () =>
    expectClean({ ...basics, task: fargateTask({ ...executed, containerDefinitions: [worker()] }) }))

  it('a task definition that services of several clusters run', () =>
    expectClean({
      ...onFargate(),
      other: cluster(['FARGATE'], { clusterName: 'other' }),
      second: service({
        serviceName: 'second',
        cluster: '@{main}',
        launchType: 'FARGATE',
        networkConfiguration: inPrivate,
        ...rolling,
      }),
      third: service({
        serviceName: 'worker',
        cluster: '@{other}',
        launchType: 'FARGATE',
        networkConfiguration: inPrivate,
        ...rolling,
      }),
    }))

  it('several compatibilities that the definition all satisfies', () => {
    expectClean(onFargate({}, { requiresCompatibilities: ['EC2', 'FARGATE'] }))
    expectClean(onFargate({}, { requiresCompatibilities: ['FARGATE', 'MANAGED_INSTANCES'] }))
    expectClean({
      ...onEc2({}, { requiresCompatibilities: ['EC2', 'EXTERNAL'], networkMode: 'bridge' }),
    })
  })

  it('a runtime platform on EC2', () => {
    const linux = { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' }
    expectClean(onEc2({}, { runtimePlatform: linux }))
    expectClean(onEc2({}, { runtimePlatform: { operatingSystemFamily: 'LINUX' } }))
    expectClean(onEc2({}, { runtimePlatform: { cpuArchitecture: 'X86_64' } }))
  })

  it('container sizes that add up to just the task’s', () => {
    const half = { cpu: 256, memory: 512 }
    const containers = [worker(half), worker({ name: 'helper', ...half })]
    const task = { cpu: '512', memory: '1024', containerDefinitions: containers }
    expectClean(onFargate({}, task))
    expectClean(onEc2({}, { ...task, networkMode: 'bridge' }))
    expectClean(onFargate({ memory: 512, memoryReservation: 512, cpu: 256 }))
  })

  it('task sizes in all spellings', () => {
    for (const [cpu, memory] of [
      ['.25 vCPU', '0.5 GB'],
      ['0.25 vcpu', '.5GB'],
      ['1vCPU', '2gb'],
      ['1 VCPU', '2 Gb'],
      ['.5 vCPU', '1 GB'],
      ['256', '1GB'],
    ])
      expectClean(onFargate({}, { cpu, memory }))
  })

  it('containers that are essential by default, and others beside an essential one', () => {
    const helper = worker({ name: 'helper', essential: false })
    const another = worker({ name: 'another', essential: false })
    expectClean(onFargate({ essential: undefined }))
    expectClean(onFargate({}, { containerDefinitions: [worker({ essential: undefined }), helper, another] }))
  })
})

describe('on Fargate', () => {
  it.each<[string, Spec]>([
    ['tmpfs', { linuxParameters: { tmpfs: [{ containerPath: '/tmp', size: 64 }] } }],
    ['an init process', { linuxParameters: { initProcessEnabled: true } }],
    ['capabilities that are dropped', { linuxParameters: { capabilities: { drop: ['ALL'] } } }],
    ['SYS_PTRACE', { linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } } }],
    ['kernel parameters', { systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }] }],
    ['ulimits', { ulimits: [{ name: 'nofile', softLimit: 65535, hardLimit: 65535 }] }],
    ['an open standard input', { interactive: true }],
    ['a terminal', { pseudoTerminal: true }],
    ['no sizes of containers', { cpu: undefined, memory: undefined }],
    ['sizes of zero', { cpu: 0 }],
    [
      'empty lists of DNS servers and links',
      { dnsServers: [], dnsSearchDomains: [], links: [], extraHosts: [] },
    ],
    ['not privileged', { privileged: false }],
    ['empty Linux parameters', { linuxParameters: {}, dockerSecurityOptions: [], resourceRequirements: [] }],
    ['empty lists in Linux parameters', { linuxParameters: { devices: [], tmpfs: [] } }],
  ])('%s', (_, container) => expectClean(onFargate(container)))

  it('a PID namespace of the task', () => expectClean(onFargate({}, { pidMode: 'task' })))

  it('a bind mount without a path', () => {
    const mountPoints = [{ sourceVolume: 'scratch', containerPath: '/scratch' }]
    expectClean(onFargate({ mountPoints }, { volumes: [{ name: 'scratch', host: {} }] }))
    expectClean(onFargate({ mountPoints }, { volumes: [{ name: 'scratch' }] }))
  })

  it('empty lists and objects of the task', () =>
    expectClean(
      onFargate({}, { volumes: [], placementConstraints: [], inferenceAccelerators: [], tags: [] }),
    ))

  it('no execution role where nothing needs it', () => {
    const elsewhere = {
      image: 'public.ecr.aws/docker/library/busybox:1.37',
      logConfiguration: {
        logDriver: 'splunk',
        options: { 'splunk-url': 'https://splunk.example.com:8088', 'splunk-token': '<token>' },
      },
    }
    const { 'execution-role': _, ...elements } = onFargate(elsewhere, { executionRoleArn: undefined })
    expectClean(elements)
  })
})

describe('roles', () => {
  it('tasks on EC2 without execution role that use ECR and awslogs', () => {
    const { 'execution-role': _, ...elements } = onEc2({}, { executionRoleArn: undefined })
    expectClean(elements)
  })

  it('secrets by the bare name of a parameter, and keys of a secret', () => {
    const secrets = [
      { name: 'FLAGS', valueFrom: 'flags' },
      { name: 'MORE_FLAGS', valueFrom: '/worker/flags' },
      {
        name: 'DATABASE_USER',
        valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:database-a1b2c3:username::',
      },
      { name: 'DATABASE_PASSWORD', valueFrom: '@{login}:password::' },
      { name: 'OLD_PASSWORD', valueFrom: '@{login}:password:AWSPREVIOUS:' },
    ]
    const parameters = 'arn:aws:ssm:eu-west-1:123456789012:parameter'
    const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret'
    expectClean({
      ...onFargate({ secrets }),
      login: element('secret', { Name: 'login' }),
      'execution-role': executionRole(
        { Action: ['ssm:GetParameters'], Resource: `${parameters}/flags` },
        { Action: ['ssm:GetParameters'], Resource: `${parameters}/worker/*` },
        { Action: ['secretsmanager:GetSecretValue'], Resource: `${secret}:database-??????` },
        { Action: ['secretsmanager:GetSecretValue'], Resource: '@{login}' },
      ),
    })
  })

  it('two tasks with different task roles on one instance', () => {
    const reader = { Action: ['s3:GetObject'], Resource: '@{files.arn}/*' }
    expectClean(
      {
        ...onEc2({}, { taskRoleArn: '@{reader}' }),
        files: element('s3-bucket', { Bucket: 'example-files' }),
        reader: role('reader', 'ecs-tasks.amazonaws.com', [], [reader]),
        writer: role('writer', 'ecs-tasks.amazonaws.com', [], [{ ...reader, Action: ['s3:PutObject'] }]),
        second: service({
          serviceName: 'writer',
          cluster: '@{main}',
          taskDefinition: '@{writing}',
          ...onInstances,
          ...rolling,
        }),
        writing: instanceTask({
          ...executed,
          family: 'writer',
          taskRoleArn: '@{writer}',
          containerDefinitions: [worker({ memory: 512 })],
        }),
      },
      { reads: link('task', 'calls', 'files'), writes: link('writing', 'calls', 'files') },
    )
  })
})

describe('ports and load balancing', () => {
  it('awsvpc mappings with no host port, or an equal one', () => {
    expectClean(web())
    expectClean(
      web(
        {},
        { containerDefinitions: [webContainer({ portMappings: [{ containerPort: 8080, hostPort: 8080 }] })] },
      ),
    )
  })

  it('bridge mappings with host port 0, or none', () => {
    expectClean(bridge({ hostPort: 0 }))
    expectClean(bridge())
  })

  it('a target group without HealthCheckPort in front of dynamic ports', () => {
    expectClean(withMembers(bridge(), 'targets', { HealthCheckPort: undefined }))
    expectClean(withMembers(bridge(), 'targets', { HealthCheckPort: 'traffic-port' }))
  })

  it('an Application and a Network Load Balancer in front of Fargate, with ip targets', () => {
    expectClean(web())
    expectClean({
      ...web(),
      balancer: element('network-load-balancer', {
        Name: 'web',
        Scheme: 'internet-facing',
        Subnets: publicSubnets,
        SecurityGroups: ['@{balancer-access}'],
        Listeners: [
          { Protocol: 'TCP', Port: 443, DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{targets}' }] },
        ],
      }),
      targets: targetGroup('web', {
        Protocol: 'TCP',
        HealthCheckProtocol: 'HTTP',
        HealthCheckIntervalSeconds: 30,
      }),
    })
  })

  it('several target groups, up to five', () => {
    const extra = ['second', 'third', 'fourth', 'fifth']
    const rules = extra.map((id, index) => ({
      Priority: index + 1,
      Conditions: [{ Field: 'path-pattern', Values: [`/${id}/*`] }],
      Actions: [{ Type: 'forward', TargetGroupArn: `@{${id}}` }],
    }))
    const elements = web({
      loadBalancers: [registered, ...extra.map((id) => ({ ...registered, targetGroupArn: `@{${id}}` }))],
    })
    expectClean({
      ...withMembers(elements, 'balancer', {
        Listeners: httpsListeners.map((one) => (one.Protocol === 'HTTPS' ? { ...one, Rules: rules } : one)),
      }),
      ...Object.fromEntries(extra.map((id) => [id, targetGroup(id)])),
    })
  })

  it('a public address is a warning, and no error', () => {
    const networkConfiguration = {
      awsvpcConfiguration: {
        subnets: publicSubnets,
        securityGroups: ['@{access}'],
        assignPublicIp: 'ENABLED',
      },
    }
    expectOnlyWarnings(onFargate({}, {}, { networkConfiguration }), 'network-assign-public-ip')
  })

  it('names and protocols of ports without Service Connect', () => {
    const named = [
      { name: 'http', containerPort: 8080, appProtocol: 'http' },
      { name: 'calls', containerPort: 9090, appProtocol: 'grpc' },
      { name: 'more', containerPort: 9091, appProtocol: 'http2' },
    ]
    expectClean(web({}, { containerDefinitions: [webContainer({ portMappings: named })] }))
  })

  it('one port for tcp and udp is a warning, and no error', () => {
    const portMappings = [{ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }]
    expectOnlyWarnings(onFargate({ portMappings }), 'port-protocol-duplicate')
  })
})

describe('containers', () => {
  it('a log buffer without a mode', () => {
    const { logConfiguration } = awslogs('worker') as { logConfiguration: { options: Spec } }
    const options = { ...logConfiguration.options, 'max-buffer-size': '25m' }
    expectClean(onFargate({ logConfiguration: { ...logConfiguration, options } }))
    expectClean(onEc2({ logConfiguration: { ...logConfiguration, options } }))
  })

  it('json-file on EC2 and on managed instances', () => {
    const { logs: _, ...ec2 } = onEc2({ logConfiguration: { logDriver: 'json-file' } })
    expectClean(ec2)
    expectClean({
      ...basics,
      task: fargateTask({
        ...executed,
        requiresCompatibilities: ['MANAGED_INSTANCES'],
        containerDefinitions: [worker({ logConfiguration: { logDriver: 'json-file' } })],
      }),
    })
  })

  it('"True" for awslogs-create-group', () => {
    const { logConfiguration } = awslogs('worker') as { logConfiguration: { options: Spec } }
    for (const value of ['true', 'True', 'TRUE']) {
      const options = { ...logConfiguration.options, 'awslogs-create-group': value }
      expectClean({
        ...onFargate({ logConfiguration: { ...logConfiguration, options } }),
        'execution-role': executionRole({ Action: ['logs:CreateLogGroup'], Resource: '@{logs.arn}:*' }),
      })
    }
  })

  it('a health check with a command alone', () => {
    expectClean(onFargate({ healthCheck: { command: ['CMD', '/bin/health'] } }))
    expectClean(onFargate({ healthCheck: { command: ['CMD-SHELL', 'health || exit 1'] } }))
  })

  it('a health check without CMD or CMD-SHELL is a warning, and no error', () =>
    expectOnlyWarnings(
      onFargate({ healthCheck: { command: ['curl', 'localhost'] } }),
      'container-health-command-prefix',
    ))

  it('dependencies on the end of a container that is not essential, and on the health of one with a check', () => {
    const init = worker({ name: 'init', essential: false })
    const cache = worker({ name: 'cache', healthCheck: { command: ['CMD', '/bin/health'] } })
    for (const condition of ['COMPLETE', 'SUCCESS']) {
      const app = worker({ dependsOn: [{ containerName: 'init', condition }] })
      expectClean(onFargate({}, { containerDefinitions: [init, app] }))
    }
    const app = worker({ dependsOn: [{ containerName: 'cache', condition: 'HEALTHY' }] })
    expectClean(onFargate({}, { containerDefinitions: [cache, app] }))
  })

  it('drive letters where no runtime platform is named', () => {
    const mountPoints = [{ sourceVolume: 'data', containerPath: 'C:\\data' }]
    const task = instanceTask({
      ...executed,
      volumes: [{ name: 'data', host: {} }],
      containerDefinitions: [worker({ memory: 512, mountPoints })],
    })
    expectClean({ ...basics, task })
  })

  it('a volume that nobody mounts', () => {
    expectClean(onFargate({}, { volumes: [{ name: 'scratch' }] }))
    expectClean(onEc2({}, { volumes: [{ name: 'cache', dockerVolumeConfiguration: { scope: 'task' } }] }))
  })
})

describe('services', () => {
  it('no tasks wanted', () => expectClean(onFargate({}, {}, { desiredCount: 0 })))

  it.each<[string, Spec | undefined]>([
    ['no settings of its deployment', undefined],
    ['0 and 100 percent', { minimumHealthyPercent: 0, maximumPercent: 100 }],
    ['50 and 100 percent', { minimumHealthyPercent: 50, maximumPercent: 100 }],
  ])('a daemon without a desired count, and with %s', (_, deploymentConfiguration) =>
    expectClean(
      onEc2(
        {},
        {},
        {
          capacityProviderStrategy: undefined,
          launchType: 'EC2',
          schedulingStrategy: 'DAEMON',
          desiredCount: undefined,
          deploymentConfiguration,
        },
      ),
    ),
  )

  it('Fargate Spot on ARM64 with the latest platform version', () => {
    const arm = { runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } }
    const spot = { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }
    const members = { ...spot, launchType: undefined }
    expectClean(onFargate({}, arm, members))
    expectClean(onFargate({}, arm, { ...members, platformVersion: 'LATEST' }))
    expectClean(onFargate({}, arm, { ...members, platformVersion: '1.4.0' }))
  })

  it('Fargate and Fargate Spot in one strategy', () =>
    expectClean(
      web({
        launchType: undefined,
        capacityProviderStrategy: [
          { capacityProvider: 'FARGATE', base: 1, weight: 1 },
          { capacityProvider: 'FARGATE_SPOT', weight: 4 },
        ],
      }),
    ))

  it('Fargate and an Auto Scaling group on one cluster', () =>
    expectClean({
      ...onEc2(),
      main: cluster(['FARGATE', 'FARGATE_SPOT', '@{capacity}']),
      access: closedGroup,
      second: service({
        serviceName: 'second',
        cluster: '@{main}',
        taskDefinition: '@{other-task}',
        launchType: 'FARGATE',
        networkConfiguration: inPrivate,
        ...rolling,
      }),
      'other-task': fargateTask({ ...executed, family: 'second', containerDefinitions: [worker()] }),
    }))

  it('nothing said about zone rebalancing, whatever else is', () => {
    expectClean(bridge({}, { placementStrategy: [{ type: 'binpack', field: 'memory' }] }))
    expectClean(
      onEc2(
        {},
        {},
        {
          launchType: 'EC2',
          capacityProviderStrategy: undefined,
          schedulingStrategy: 'DAEMON',
          desiredCount: undefined,
          deploymentConfiguration: undefined,
        },
      ),
    )
    const deploymentConfiguration = { minimumHealthyPercent: 0, maximumPercent: 100 }
    expectClean(onFargate({}, {}, { deploymentConfiguration }))
  })

  it('blue/green with Service Connect', () => {
    const blueGreen = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 }
    const portMappings = [{ name: 'http', containerPort: 8080, appProtocol: 'http' }]
    expectClean(
      onFargate(
        { portMappings },
        { cpu: '512', memory: '1024' },
        {
          deploymentConfiguration: blueGreen,
          serviceConnectConfiguration: {
            enabled: true,
            namespace: 'shop',
            services: [{ portName: 'http', clientAliases: [{ port: 8080 }] }],
            ...awslogs('proxy'),
          },
        },
      ),
    )
  })

  it('blue/green without traffic is a warning, and no error', () =>
    expectOnlyWarnings(
      onFargate({}, {}, { deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 } }),
      'deploy-headless',
    ))

  it('machine images of one’s own', () => {
    const { instances: group, ...rest } = onEc2()
    const template = { ...(group?.spec.LaunchTemplateData as Spec), ImageId: 'ami-0a1b2c3d4e5f60001' }
    expectClean(
      withMembers({ ...rest, instances: group as Element }, 'instances', { LaunchTemplateData: template }),
    )
    const members = { launchType: 'EC2', capacityProviderStrategy: undefined }
    expectClean({
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
        MinCount: 2,
        MaxCount: 2,
        IamInstanceProfile: { Arn: '@{profile}' },
        SubnetId: '@{private-a}',
        SecurityGroupIds: ['@{instance-access}'],
      }),
      worker: service({ serviceName: 'worker', cluster: '@{main}', ...rolling, ...members }),
      task: instanceTask({ ...executed, containerDefinitions: [worker({ memory: 512 })] }),
    })
  })

  it('EFS that tasks on EC2 and on Fargate share in several zones', () => {
    const mountPoints = [{ sourceVolume: 'uploads', containerPath: '/data' }]
    const mounting: Spec = {
      ...executed,
      taskRoleArn: '@{task-role}',
      networkMode: 'awsvpc',
      volumes: [uploads],
      containerDefinitions: [worker({ memory: 512, mountPoints })],
    }
    expectClean({
      ...onFargate({}, { ...mounting }),
      ...instances,
      ...files,
      main: cluster(['FARGATE', '@{capacity}']),
      'instance-access': closedGroup,
      'task-role': taskRole({
        Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        Resource: '@{files.arn}',
      }),
      second: service({
        serviceName: 'second',
        cluster: '@{main}',
        taskDefinition: '@{other-task}',
        networkConfiguration: inPrivate,
        ...onInstances,
        ...rolling,
      }),
      'other-task': instanceTask({ ...mounting, family: 'second' }),
    })
  })
})

describe('standalone tasks', () => {
  const batch = (spec: Spec, task: Spec = {}): Elements => ({
    ...nattedNetwork,
    ...basics,
    access: closedGroup,
    main: fargate,
    nightly: element(
      'task',
      {
        cluster: '@{main}',
        taskDefinition: '@{task}',
        launchType: 'FARGATE',
        networkConfiguration: inPrivate,
        ...spec,
      },
      { traits: ['batch'] },
    ),
    task: fargateTask({ ...executed, family: 'report', containerDefinitions: [worker()], ...task }),
  })

  it.each([undefined, 1, 10])('a batch of %s tasks', (count) => expectClean(batch({ count })))

  it('one with an EBS volume', () => {
    const mountPoints = [{ sourceVolume: 'scratch', containerPath: '/scratch' }]
    const roleArn = '@{infrastructure-role}'
    expectClean({
      ...batch(
        { volumeConfigurations: [{ name: 'scratch', managedEBSVolume: { roleArn, sizeInGiB: 100 } }] },
        {
          volumes: [{ name: 'scratch', configuredAtLaunch: true }],
          containerDefinitions: [worker({ mountPoints })],
        },
      ),
      'infrastructure-role': infrastructureRole('service-role/AmazonECSInfrastructureRolePolicyForVolumes'),
    })
  })

  it('one with a public address in a public subnet', () =>
    expectClean(
      batch({
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: publicSubnets,
            securityGroups: ['@{access}'],
            assignPublicIp: 'ENABLED',
          },
        },
      }),
    ))
})
