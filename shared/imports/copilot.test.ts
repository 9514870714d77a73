import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { toPointer } from '../basics/json'
import { validate } from '../rules/validate'
import { corpusFiles, corpusFolder } from '../testing/corpus'
import { english } from '../texts/text'
import { scheduleOf } from './copilot/schedule'
import { formatOf, importFiles } from './import-files'

function imported(texts: string | readonly string[], environment?: string) {
  const files = [texts].flat().map((text, i) => ({ name: `copilot/${i}/manifest.yml`, text }))
  const options = environment === undefined ? {} : { choices: { environment } }
  const result = importFiles(files, { name: 'Shop', ...options })
  if (!result.ok) throw new Error(english(result.error.what))
  const { design, report } = result.value
  const spec = (id: string) => design.elements[id]?.spec as Record<string, unknown> | undefined
  return {
    design,
    report,
    spec,
    container: (id: string, index = 0) =>
      (spec(id)?.containerDefinitions as Record<string, unknown>[] | undefined)?.[index],
    said: report.notes.map((note) => `${note.kind} ${note.pointer} ${english(note.text)}`),
    errors: validate(design)
      .filter(({ severity }) => severity === 'error')
      .map((problem) => `${problem.rule} ${problem.element} ${english(problem)}`),
  }
}

const web = (more = '') =>
  `name: web\ntype: Load Balanced Web Service\nimage: { location: nginx, port: 80 }\nhttp: { path: / }\n${more}`
const worker = (more = '') => `name: work\ntype: Worker Service\nimage: { build: ./Dockerfile }\n${more}`

test.each([
  [web(), true],
  ['name: a\ntype: Scheduled Job', true],
  ['name: a\ntype: Deployment', false],
  ['type: Worker Service', false],
])('recognised by name and type: %s', (text, is) => {
  expect(formatOf({ name: 'manifest.yml', text })?.id === 'copilot').toBe(is)
})

describe('a Load Balanced Web Service', () => {
  const shop = imported(`
name: web
type: Load Balanced Web Service
image: { build: ./Dockerfile, port: 8080, depends_on: { nginx: healthy }, labels: { a: b } }
http:
  path: shop
  alias: shop.example.com
  healthcheck: { path: /health, interval: 15s, timeout: 5s, healthy_threshold: 2, grace_period: 90s, success_codes: '200,301' }
  stickiness: true
  deregistration_delay: 30s
  allowed_source_ips: [10.24.34.0/23]
  additional_rules: [{ path: admin, target_container: nginx, target_port: 8081 }]
cpu: 1024
memory: 2048
platform: linux/arm64
count: { range: { min: 2, max: 8, spot_from: 3 }, cpu_percentage: 70, memory_percentage: { value: 80, cooldown: { in: 5m, out: 1m } } }
exec: true
command: [start, --now]
variables: { LOG_LEVEL: info, DB: { from_cfn: test-db } }
secrets: { TOKEN: /shop/token, KEY: { secretsmanager: 'shop/key' } }
storage: { ephemeral: 40, readonly_fs: true, volumes: { data: { path: /data, read_only: false, efs: { id: fs-1234, root_dir: /a, auth: { iam: true, access_point_id: fsap-1 } } } } }
sidecars: { nginx: { image: 'nginx:1.27', port: 8081, essential: false, mount_points: [{ source_volume: data, path: /data }] } }
network: { vpc: { placement: private, security_groups: [sg-123] }, connect: { alias: shop } }
deployment: { rolling: recreate, rollback_alarms: [web-errors] }
`)

  test('is a service behind rules of a shared load balancer', () => {
    expect(shop.spec('web')).toMatchObject({
      serviceName: 'web',
      desiredCount: 2,
      capacityProviderStrategy: [
        { capacityProvider: 'FARGATE', base: 2, weight: 0 },
        { capacityProvider: 'FARGATE_SPOT', weight: 1 },
      ],
      loadBalancers: [
        { targetGroupArn: '@{web-targets}', containerName: 'web', containerPort: 8080 },
        { targetGroupArn: '@{web-2-targets}', containerName: 'nginx', containerPort: 8081 },
      ],
      healthCheckGracePeriodSeconds: 90,
      deploymentConfiguration: {
        minimumHealthyPercent: 0,
        maximumPercent: 100,
        alarms: { alarmNames: ['web-errors'] },
      },
      enableExecuteCommand: true,
      networkConfiguration: {
        awsvpcConfiguration: {
          securityGroups: ['@{shop-services-access}', 'sg-123'],
          assignPublicIp: 'DISABLED',
        },
      },
      serviceConnectConfiguration: { services: [{ clientAliases: [{ port: 8080, dnsName: 'shop' }] }] },
    })
    const listeners = shop.spec('shop-public-alb')?.Listeners as Record<string, unknown>[]
    expect(listeners).toMatchObject([
      {
        Protocol: 'HTTP',
        DefaultActions: [{ Type: 'redirect' }],
        Rules: [{ Conditions: [{ PathPatternConfig: { Values: ['/admin', '/admin/*'] } }] }],
      },
      {
        Protocol: 'HTTPS',
        Rules: [
          {
            Conditions: [
              { PathPatternConfig: { Values: ['/shop', '/shop/*'] } },
              { HostHeaderConfig: { Values: ['shop.example.com'] } },
              { SourceIpConfig: { Values: ['10.24.34.0/23'] } },
            ],
          },
        ],
      },
    ])
    expect(shop.spec('web-targets')).toMatchObject({
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 15,
      HealthyThresholdCount: 2,
      Matcher: { HttpCode: '200,301' },
    })
  })

  test('has its container, its sidecars and its size', () => {
    expect(shop.spec('web-task')).toMatchObject({
      cpu: '1024',
      memory: '2048',
      runtimePlatform: { cpuArchitecture: 'ARM64' },
      ephemeralStorage: { sizeInGiB: 40 },
      volumes: [
        {
          name: 'data',
          efsVolumeConfiguration: {
            fileSystemId: '@{fs-1234}',
            rootDirectory: '/a',
            authorizationConfig: { accessPointId: 'fsap-1', iam: 'ENABLED' },
          },
        },
      ],
    })
    expect(shop.container('web-task')).toMatchObject({
      name: 'web',
      image: '@{web-repo.uri}:latest',
      portMappings: [{ name: 'target', containerPort: 8080 }],
      dependsOn: [{ containerName: 'nginx', condition: 'HEALTHY' }],
      command: ['start', '--now'],
      environment: [
        { name: 'LOG_LEVEL', value: 'info' },
        { name: 'DB', value: '<test-db>' },
      ],
      secrets: [
        { name: 'TOKEN', valueFrom: '@{shop-token}' },
        { name: 'KEY', valueFrom: '@{shop-key}' },
      ],
      readonlyRootFilesystem: true,
      mountPoints: [{ sourceVolume: 'data', containerPath: '/data', readOnly: false }],
    })
    expect(shop.container('web-task', 1)).toMatchObject({
      name: 'nginx',
      essential: false,
      mountPoints: [{ readOnly: true }],
    })
  })

  test('scales within its range', () => {
    expect(shop.spec('web-memory-scaling')).toMatchObject({
      MinCapacity: 2,
      MaxCapacity: 8,
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 80,
        ScaleInCooldown: 300,
        ScaleOutCooldown: 60,
      },
    })
  })

  test('is said to have had a tool whose support has ended', () => {
    expect(shop.said[0]).toBe(
      'kept  AWS ended the support of Copilot on 12 June 2026: what it deployed goes on running, but nobody maintains the tool.',
    )
  })
})

test('a service for all paths is what the listener does by default', () => {
  const { spec, errors } = imported(web())
  const [listener] = (spec('shop-public-alb')?.Listeners ?? []) as Record<string, unknown>[]
  expect(listener?.DefaultActions).toEqual([{ Type: 'forward', TargetGroupArn: '@{web-targets}' }])
  expect(errors).toEqual([])
})

test('manifests of one application share cluster, network and load balancer', () => {
  const { design, errors } = imported([
    web(),
    web('x: 1').replace('name: web', 'name: api').replace('path: /', 'path: api'),
    worker(),
  ])
  const count = (kind: string) => Object.values(design.elements).filter((one) => one.kind === kind).length
  expect(['cluster', 'vpc', 'application-load-balancer', 'service'].map(count)).toEqual([1, 1, 1, 3])
  expect(errors).toEqual([])
})

describe('environments', () => {
  const text = web(`
variables: { A: '1', B: '2' }
command: [a]
count: 1
environments:
  test: { variables: { B: '3' }, count: { range: 1-4 }, command: [b], image: { build: . } }
  prod: { http: false, nlb: { port: 443/tls } }
`)

  test('are offered, and none is chosen by itself', () => {
    const { report, container, said } = imported(text)
    expect(report.choices).toMatchObject([
      { id: 'environment', chosen: 'none', options: [{ id: 'none' }, { id: 'test' }, { id: 'prod' }] },
    ])
    expect(container('web-task')).toMatchObject({ command: ['a'], image: '@{docker-hub}nginx' })
    expect(said).toContain(
      'dropped /environments/test The settings of environment “test” are left out: choose it to import with them.',
    )
  })

  test('merge maps and replace all else, as Copilot does', () => {
    const { spec, container, said } = imported(text, 'test')
    expect(container('web-task')).toMatchObject({
      command: ['b'],
      image: '@{web-repo.uri}:latest',
      environment: [
        { name: 'A', value: '1' },
        { name: 'B', value: '3' },
      ],
    })
    expect(spec('web')?.desiredCount).toBe(1)
    expect(said).toContain('dropped /command Environment “test” says otherwise, so this is left out.')
  })

  test('may do without the one load balancer and have the other', () => {
    const { spec, design, errors } = imported(text, 'prod')
    expect(Object.values(design.elements).some(({ kind }) => kind === 'application-load-balancer')).toBe(
      false,
    )
    expect(spec('web-nlb')?.Listeners).toMatchObject([{ Protocol: 'TLS', Port: 443 }])
    expect(errors).toEqual([])
  })
})

test('containers listen on what load balancers send to them', () => {
  const { container, spec, errors } = imported(
    web(`
nlb:
  port: 8443/tls
  target_port: 8080
  target_container: nginx
  additional_listeners: [{ port: 53/udp, target_port: 5353 }]
sidecars: { nginx: { image: 'nginx:1' } }
`),
  )
  const ports = (index: number) =>
    ((container('web-task', index)?.portMappings ?? []) as Record<string, unknown>[]).map(
      ({ containerPort, protocol }) => `${containerPort}/${protocol}`,
    )
  expect(ports(0)).toEqual(['80/tcp', '5353/udp'])
  expect(ports(1)).toEqual(['8080/tcp'])
  expect(spec('web-nlb')?.Listeners).toMatchObject([{ Protocol: 'TLS' }, { Protocol: 'UDP', Port: 53 }])
  expect(errors).toEqual([])
})

test('a Backend Service stands behind an internal load balancer only where it asks for one', () => {
  const backend = (http: string) =>
    imported(`name: api\ntype: Backend Service\nimage: { location: a, port: 80 }\n${http}`)
  expect(backend('').spec('api')?.loadBalancers).toBeUndefined()
  expect(backend('http: { path: / }').spec('shop-internal-alb')?.Scheme).toBe('internal')
  expect(backend('http: { path: / }').errors).toEqual([])
})

test('a Worker Service works on its queue, which topics feed', () => {
  const { spec, container, design, errors } = imported([
    web('publish: { topics: [{ name: orders }] }'),
    worker(
      'subscribe: { topics: [{ name: orders, service: web, queue: { fifo: false } }], queue: { timeout: 30s, retention: 96h, dead_letter: { tries: 3 } } }',
    ),
  ])
  expect(spec('work-events-queue')).toMatchObject({
    QueueName: 'shop-work-events',
    Attributes: {
      VisibilityTimeout: '30',
      MessageRetentionPeriod: '345600',
      RedrivePolicy: '{"deadLetterTargetArn":"@{work-events-failed.arn}","maxReceiveCount":3}',
    },
  })
  expect(container('work-task')?.environment).toMatchObject([
    { name: 'COPILOT_QUEUE_URI', value: '@{work-events-queue.url}' },
    { name: 'COPILOT_TOPIC_QUEUE_URIS' },
  ])
  const lines = Object.values(design.connections).map(({ from, to, meaning }) => `${from} ${meaning} ${to}`)
  expect(lines).toContain('web-task calls web-orders-topic')
  expect(lines).toContain('web-orders-topic feeds work-web-orders-queue')
  expect(lines).toContain('work-events-queue feeds work-task')
  expect(errors).toEqual([])
})

test('a Scheduled Job is a task, with a note that says when it runs', () => {
  const { design, spec, said, errors } = imported(
    'name: report\ntype: Scheduled Job\nimage: { location: a }\non: { schedule: "@daily" }\nretries: 3\ntimeout: 1h',
  )
  expect(spec('report-run')).toMatchObject({ taskDefinition: '@{report-task}', launchType: 'FARGATE' })
  expect(design.elements['report-schedule']?.label).toBe('@daily: cron(0 0 * * ? *)')
  expect(said.filter((note) => /\/(?:retries|timeout) /.test(note))).toHaveLength(2)
  expect(errors).toEqual([])
})

test.each([
  ['@weekly', 'cron(0 0 ? * 1 *)'],
  ['@every 1h30m', 'rate(90 minutes)'],
  ['@every 1m', 'rate(1 minute)'],
  ['0 8 * * 1-5', 'cron(0 8 ? * 2-6 *)'],
  ['30 2 1 * *', 'cron(30 2 1 * ? *)'],
  ['rate(1 day)', 'rate(1 day)'],
  ['now and then', undefined],
])('schedule %s is %s', (written, expression) => expect(scheduleOf(written)).toBe(expression))

test('what is no service of ECS is drawn as what it is, and said', () => {
  const { design, said } = imported([
    'name: front\ntype: Request-Driven Web Service\nimage: { build: ., port: 80 }\ncpu: 1024',
    'name: site\ntype: Static Site\nfiles: [{ source: ./ }]',
  ])
  expect(design.elements.front).toMatchObject({ kind: 'external-system', label: 'front (App Runner)' })
  expect(design.elements['site-site']?.kind).toBe('s3-bucket')
  expect(said).toContain(
    'mapped /type “front” is a service of App Runner, which is closed to new customers: it is drawn as an external system. As a Load Balanced Web Service it would run on ECS.',
  )
})

test('a log router, tracing and overrides are in the task definition', () => {
  const { spec, container } = imported(
    web(`
logging: { retention: 7, destination: { Name: cloudwatch, region: eu-west-1 }, configFilePath: /a.conf, enableMetadata: false, secretOptions: { KEY: /k } }
observability: { tracing: awsxray }
taskdef_overrides:
  - { path: "ContainerDefinitions[0].Ulimits[-].Name", value: nofile }
  - { path: "ContainerDefinitions[0].Ulimits[0].SoftLimit", value: 1024 }
  - { path: "ContainerDefinitions[0].Ulimits[0].HardLimit", value: 2048 }
  - { path: "Volumes[-]", value: { Name: a, EFSVolumeConfiguration: { FilesystemId: fs-1 } } }
  - { path: "ContainerDefinitions[7].Name", value: x }
`),
  )
  expect(container('web-task')).toMatchObject({
    ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 2048 }],
    logConfiguration: {
      logDriver: 'awsfirelens',
      options: { Name: 'cloudwatch', region: 'eu-west-1' },
      secretOptions: [{ name: 'KEY', valueFrom: '@{k}' }],
    },
  })
  expect(container('web-task', 1)).toMatchObject({
    name: 'firelens_log_router',
    firelensConfiguration: {
      options: { 'enable-ecs-log-metadata': 'false', 'config-file-value': '/a.conf' },
    },
  })
  expect(container('web-task', 2)?.name).toBe('aws-otel-collector')
  expect(spec('web-task')?.volumes).toEqual([{ name: 'a', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }])
  expect(spec('ecs-shop-logs')?.retentionInDays).toBe(7)
})

const files = corpusFiles('copilot')

describe.skipIf(files.length === 0)('files of other people', () => {
  test.each(files)('%s loses nothing silently, in any environment', (name) => {
    const text = readFileSync(corpusFolder('copilot') + name, 'utf8')
    const environments = imported(text).report.choices[0]?.options.map(({ id }) => id) ?? [undefined]
    for (const environment of environments) {
      const { design, report, errors } = imported(text, environment)
      expect(errors).toEqual([])
      const told = report.notes.map(({ pointer }) => pointer).filter((pointer) => pointer !== '')
      const held = JSON.stringify(design.elements)
      expect(
        leaves(parse(text), []).filter(([pointer, value]) => !spoken(told, pointer) && !held.includes(value)),
      ).toEqual([])
    }
  })
})

const spoken = (told: readonly string[], pointer: string) =>
  told.some((at) => `${pointer}/`.startsWith(`${at}/`))

function leaves(value: unknown, path: readonly (string | number)[]): [string, string][] {
  if (value === null || value === '') return []
  if (typeof value !== 'object') return [[toPointer(path), JSON.stringify(String(value)).slice(1, -1)]]
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
}
