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
  executed,
  executionRole,
  fargate,
  files,
  httpsListeners,
  infrastructureRole,
  inPrivate,
  instanceProfile,
  instances,
  instanceTask,
  nattedNetwork,
  onInstances,
  publicSubnets,
  registered,
  role,
  rolling,
  targetGroup,
  taskRole,
  uploads,
  webContainer,
  webInBridgeMode,
  webOnFargate,
  worker,
  workerOnEc2,
  workerOnFargate,
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
      ...workerOnFargate(),
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
    expectClean(workerOnFargate({}, { requiresCompatibilities: ['EC2', 'FARGATE'] }))
    expectClean(workerOnFargate({}, { requiresCompatibilities: ['FARGATE', 'MANAGED_INSTANCES'] }))
    expectClean({
      ...workerOnEc2({}, { requiresCompatibilities: ['EC2', 'EXTERNAL'], networkMode: 'bridge' }),
    })
  })

  it('a runtime platform on EC2', () => {
    const linux = { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' }
    expectClean(workerOnEc2({}, { runtimePlatform: linux }))
    expectClean(workerOnEc2({}, { runtimePlatform: { operatingSystemFamily: 'LINUX' } }))
    expectClean(workerOnEc2({}, { runtimePlatform: { cpuArchitecture: 'X86_64' } }))
  })

  it('container sizes that add up to just the task’s', () => {
    const half = { cpu: 256, memory: 512 }
    const containers = [worker(half), worker({ name: 'helper', ...half })]
    const task = { cpu: '512', memory: '1024', containerDefinitions: containers }
    expectClean(workerOnFargate({}, task))
    expectClean(workerOnEc2({}, { ...task, networkMode: 'bridge' }))
    expectClean(workerOnFargate({ memory: 512, memoryReservation: 512, cpu: 256 }))
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
      expectClean(workerOnFargate({}, { cpu, memory }))
  })

  it('containers that are essential by default, and others beside an essential one', () => {
    const helper = worker({ name: 'helper', essential: false })
    const another = worker({ name: 'another', essential: false })
    expectClean(workerOnFargate({ essential: undefined }))
    expectClean(
      workerOnFargate({}, { containerDefinitions: [worker({ essential: undefined }), helper, another] }),
    )
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
  ])('%s', (_, container) => expectClean(workerOnFargate(container)))

  it('a PID namespace of the task', () => expectClean(workerOnFargate({}, { pidMode: 'task' })))

  it('a bind mount without a path', () => {
    const mountPoints = [{ sourceVolume: 'scratch', containerPath: '/scratch' }]
    expectClean(workerOnFargate({ mountPoints }, { volumes: [{ name: 'scratch', host: {} }] }))
    expectClean(workerOnFargate({ mountPoints }, { volumes: [{ name: 'scratch' }] }))
  })

  it('empty lists and objects of the task', () =>
    expectClean(
      workerOnFargate({}, { volumes: [], placementConstraints: [], inferenceAccelerators: [], tags: [] }),
    ))

  it('no execution role where nothing needs it', () => {
    const elsewhere = {
      image: 'public.ecr.aws/docker/library/busybox:1.37',
      logConfiguration: {
        logDriver: 'splunk',
        options: { 'splunk-url': 'https://splunk.example.com:8088', 'splunk-token': '<token>' },
      },
    }
    const { 'execution-role': _, ...elements } = workerOnFargate(elsewhere, { executionRoleArn: undefined })
    expectClean(elements)
  })
})

describe('roles', () => {
  it('tasks on EC2 without execution role that use ECR and awslogs', () => {
    const { 'execution-role': _, ...elements } = workerOnEc2({}, { executionRoleArn: undefined })
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
      ...workerOnFargate({ secrets }),
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
        ...workerOnEc2({}, { taskRoleArn: '@{reader}' }),
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
    expectClean(webOnFargate())
    expectClean(
      webOnFargate(
        {},
        { containerDefinitions: [webContainer({ portMappings: [{ containerPort: 8080, hostPort: 8080 }] })] },
      ),
    )
  })

  it('bridge mappings with host port 0, or none', () => {
    expectClean(webInBridgeMode({ hostPort: 0 }))
    expectClean(webInBridgeMode())
  })

  it('a target group without HealthCheckPort in front of dynamic ports', () => {
    expectClean(withMembers(webInBridgeMode(), 'targets', { HealthCheckPort: undefined }))
    expectClean(withMembers(webInBridgeMode(), 'targets', { HealthCheckPort: 'traffic-port' }))
  })

  it('an Application and a Network Load Balancer in front of Fargate, with ip targets', () => {
    expectClean(webOnFargate())
    expectClean({
      ...webOnFargate(),
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
    const elements = webOnFargate({
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
    expectOnlyWarnings(workerOnFargate({}, {}, { networkConfiguration }), 'network-assign-public-ip')
  })

  it('names and protocols of ports without Service Connect', () => {
    const named = [
      { name: 'http', containerPort: 8080, appProtocol: 'http' },
      { name: 'calls', containerPort: 9090, appProtocol: 'grpc' },
      { name: 'more', containerPort: 9091, appProtocol: 'http2' },
    ]
    expectClean(webOnFargate({}, { containerDefinitions: [webContainer({ portMappings: named })] }))
  })

  it('one port for tcp and udp is a warning, and no error', () => {
    const portMappings = [{ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }]
    expectOnlyWarnings(workerOnFargate({ portMappings }), 'port-protocol-duplicate')
  })
})

describe('containers', () => {
  it('a log buffer without a mode', () => {
    const { logConfiguration } = awslogs('worker') as { logConfiguration: { options: Spec } }
    const options = { ...logConfiguration.options, 'max-buffer-size': '25m' }
    expectClean(workerOnFargate({ logConfiguration: { ...logConfiguration, options } }))
    expectClean(workerOnEc2({ logConfiguration: { ...logConfiguration, options } }))
  })

  it('json-file on EC2 and on managed instances', () => {
    const { logs: _, ...ec2 } = workerOnEc2({ logConfiguration: { logDriver: 'json-file' } })
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
        ...workerOnFargate({ logConfiguration: { ...logConfiguration, options } }),
        'execution-role': executionRole({ Action: ['logs:CreateLogGroup'], Resource: '@{logs.arn}:*' }),
      })
    }
  })

  it('a health check with a command alone', () => {
    expectClean(workerOnFargate({ healthCheck: { command: ['CMD', '/bin/health'] } }))
    expectClean(workerOnFargate({ healthCheck: { command: ['CMD-SHELL', 'health || exit 1'] } }))
  })

  it('a health check without CMD or CMD-SHELL is a warning, and no error', () =>
    expectOnlyWarnings(
      workerOnFargate({ healthCheck: { command: ['curl', 'localhost'] } }),
      'container-health-command-prefix',
    ))

  it('dependencies on the end of a container that is not essential, and on the health of one with a check', () => {
    const init = worker({ name: 'init', essential: false })
    const cache = worker({ name: 'cache', healthCheck: { command: ['CMD', '/bin/health'] } })
    for (const condition of ['COMPLETE', 'SUCCESS']) {
      const app = worker({ dependsOn: [{ containerName: 'init', condition }] })
      expectClean(workerOnFargate({}, { containerDefinitions: [init, app] }))
    }
    const app = worker({ dependsOn: [{ containerName: 'cache', condition: 'HEALTHY' }] })
    expectClean(workerOnFargate({}, { containerDefinitions: [cache, app] }))
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
    expectClean(workerOnFargate({}, { volumes: [{ name: 'scratch' }] }))
    expectClean(
      workerOnEc2({}, { volumes: [{ name: 'cache', dockerVolumeConfiguration: { scope: 'task' } }] }),
    )
  })
})

describe('services', () => {
  it('no tasks wanted', () => expectClean(workerOnFargate({}, {}, { desiredCount: 0 })))

  it.each<[string, Spec | undefined]>([
    ['no settings of its deployment', undefined],
    ['0 and 100 percent', { minimumHealthyPercent: 0, maximumPercent: 100 }],
    ['50 and 100 percent', { minimumHealthyPercent: 50, maximumPercent: 100 }],
  ])('a daemon without a desired count, and with %s', (_, deploymentConfiguration) =>
    expectClean(
      workerOnEc2(
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
    expectClean(workerOnFargate({}, arm, members))
    expectClean(workerOnFargate({}, arm, { ...members, platformVersion: 'LATEST' }))
    expectClean(workerOnFargate({}, arm, { ...members, platformVersion: '1.4.0' }))
  })

  it('Fargate and Fargate Spot in one strategy', () =>
    expectClean(
      webOnFargate({
        launchType: undefined,
        capacityProviderStrategy: [
          { capacityProvider: 'FARGATE', base: 1, weight: 1 },
          { capacityProvider: 'FARGATE_SPOT', weight: 4 },
        ],
      }),
    ))

  it('Fargate and an Auto Scaling group on one cluster', () =>
    expectClean({
      ...workerOnEc2(),
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
    expectClean(webInBridgeMode({}, { placementStrategy: [{ type: 'binpack', field: 'memory' }] }))
    expectClean(
      workerOnEc2(
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
    expectClean(workerOnFargate({}, {}, { deploymentConfiguration }))
  })

  it('blue/green with Service Connect', () => {
    const blueGreen = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 }
    const portMappings = [{ name: 'http', containerPort: 8080, appProtocol: 'http' }]
    expectClean(
      workerOnFargate(
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
      workerOnFargate({}, {}, { deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 } }),
      'deploy-headless',
    ))

  it('machine images of one’s own', () => {
    const { instances: group, ...rest } = workerOnEc2()
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
      ...workerOnFargate({}, { ...mounting }),
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
