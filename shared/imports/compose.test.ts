import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { toPointer } from '../basics/json'
import type { Design } from '../design/design'
import { resolveText } from '../design/references'
import { composeExport } from '../exports/compose'
import { graphOf, resolved } from '../graph/graph'
import { validate } from '../rules/validate'
import { design as randomDesign } from '../testing/arbitraries'
import { corpusFiles, corpusFolder } from '../testing/corpus'
import { runs } from '../testing/runs'
import { templates } from '../testing/templates'
import { english } from '../texts/text'
import type { SourceFile } from './format'
import { formatOf, importFiles } from './import-files'

const source = (text: string, name = 'compose.yaml'): SourceFile => ({ name, text })

function imported(text: string, ...more: SourceFile[]) {
  const result = importFiles([source(text), ...more], { name: 'Shop' })
  if (!result.ok) throw new Error(english(result.error.what))
  const { design, report } = result.value
  return {
    design,
    report,
    spec: (id: string) => design.elements[id]?.spec as Record<string, unknown>,
    container: (id: string, index = 0) =>
      (design.elements[id]?.spec.containerDefinitions as Record<string, unknown>[] | undefined)?.[index],
    said: report.notes.map((note) => `${note.kind} ${note.pointer} ${english(note.text)}`),
    errors: validate(design)
      .filter(({ severity }) => severity === 'error')
      .map((problem) => `${problem.rule} ${problem.element}`),
  }
}

describe('a Compose file is recognised', () => {
  test.each([
    ['services: { web: { image: nginx } }', 'compose'],
    ['version: "2"\nservices: { web: { build: . } }', 'compose'],
    ['services: { web: {} }', undefined],
    ['services: [ { serviceName: web } ]', undefined],
    ['apiVersion: v1\nkind: Pod\nservices: { web: { image: nginx } }', undefined],
  ])('%s', (text, id) => {
    expect(formatOf(source(text))?.id === 'compose').toBe(id === 'compose')
  })
})

test('the hard cases of the format break no rule either', () => {
  const { errors, said } = imported(`
services:
  My_App.v2:
    image: a
    ports: ["3000-3005:3000-3005", "3000-3005:3000-3005/udp"]
    networks: { a: { aliases: [x, y] }, b: , c: , d: , e: , f: }
    deploy: { mode: global, resources: { limits: { cpus: "32", memory: 300G } } }
  side: { image: b, network_mode: "service:My_App.v2", depends_on: { My_App.v2: { condition: service_healthy } } }
  "123": { image: c, stop_grace_period: 5m, healthcheck: { test: [CMD, x], interval: 1s, timeout: 90s, retries: 20, start_period: 10m } }
networks: { a: , b: , c: , d: , e: , f: }
`)
  expect(errors).toEqual([])
  expect(said).toContain(
    'dropped /services/My_App.v2/networks/f Network “f” is left out: a task has at most 5 security groups.',
  )
})

describe('a service', () => {
  const shop = imported(`
services:
  web:
    image: nginx:1.27
    command: nginx -g 'daemon off;'
    environment: [MODE=dark, "PRICE=$$5", "FLAG=\${FLAG:-off}"]
    ports: ["8080:80", "443:443/udp"]
    depends_on: [db]
    healthcheck: { test: curl localhost, interval: 1m30s, timeout: 3s, retries: 2, start_period: 10s }
    deploy: { replicas: 3, resources: { limits: { cpus: "0.5", memory: 1g } } }
    stop_grace_period: 20s
    platform: linux/arm64
  db:
    image: postgres:17
    environment: { POSTGRES_PASSWORD: "\${DB_PASSWORD}" }
    volumes: ["data:/var/lib/postgresql/data", "./init:/docker-entrypoint-initdb.d:ro"]
volumes: { data: }
`)

  test('is an ECS service on Fargate with a task definition', () => {
    expect(shop.spec('web')).toMatchObject({
      serviceName: 'web',
      taskDefinition: '@{web-task}',
      desiredCount: 3,
      launchType: 'FARGATE',
    })
    expect(shop.spec('web-task')).toMatchObject({
      family: 'web',
      networkMode: 'awsvpc',
      cpu: '512',
      memory: '1024',
      runtimePlatform: { cpuArchitecture: 'ARM64' },
    })
    expect(shop.container('web-task')).toMatchObject({
      name: 'web',
      image: '@{docker-hub}nginx:1.27',
      command: ['nginx', '-g', 'daemon off;'],
      environment: [
        { name: 'MODE', value: 'dark' },
        { name: 'PRICE', value: '$5' },
        { name: 'FLAG', value: '${FLAG:-off}' },
      ],
      portMappings: [
        { name: 'port-80', containerPort: 80, protocol: 'tcp' },
        { name: 'port-443-udp', containerPort: 443, protocol: 'udp' },
      ],
      healthCheck: {
        command: ['CMD-SHELL', 'curl localhost'],
        interval: 90,
        timeout: 3,
        retries: 2,
        startPeriod: 10,
      },
      memory: 1024,
      stopTimeout: 20,
    })
  })

  test('is called by its name, through Service Connect, at the ports of its container', () => {
    expect(shop.spec('web').serviceConnectConfiguration).toEqual({
      enabled: true,
      services: [
        { portName: 'port-80', discoveryName: 'web', clientAliases: [{ port: 80, dnsName: 'web' }] },
      ],
    })
    expect(shop.spec('shop-cluster').serviceConnectDefaults).toEqual({ namespace: 'shop' })
    expect(Object.values(shop.design.connections)).toEqual([{ from: 'web', to: 'db', meaning: 'traffic' }])
  })

  test('gets the port that its image is known for, when no line says one', () => {
    expect(shop.container('db-task')?.portMappings).toEqual([
      { name: 'port-5432', containerPort: 5432, protocol: 'tcp' },
    ])
  })

  test('keeps its data on EFS, and loses folders of the host', () => {
    expect(shop.spec('db-task').volumes).toEqual([
      { name: 'data', efsVolumeConfiguration: { fileSystemId: '@{data}', transitEncryption: 'ENABLED' } },
    ])
    expect(shop.spec('data').MountTargets).toHaveLength(2)
    expect(shop.said).toContain(
      'dropped /services/db/volumes/1 Folder “./init” of the host is left out: put the files into the image, or on an EFS file system if they change.',
    )
  })

  test('reads from a secret what comes from outside and is called like one', () => {
    expect(shop.container('db-task')?.secrets).toEqual([
      { name: 'POSTGRES_PASSWORD', valueFrom: '@{shop-db-password}' },
    ])
    expect(shop.spec('shop-execution').Policies).toMatchObject([
      { PolicyDocument: { Statement: [{ Resource: '@{shop-db-password}' }] } },
    ])
  })

  test('breaks no rule of AWS', () => expect(shop.errors).toEqual([]))
})

test.each([
  ['name: orders\n', 'compose.yaml', 'orders'],
  ['', 'shop/docker-compose.yml', 'shop'],
  ['', 'docker-compose.prod.yml', 'prod'],
  ['', 'voting.yml', 'voting'],
  ['', 'compose.yaml', 'app'],
  ['', 'Clipboard', 'app'],
])('a project is called by its word, its folder or its file: %j in %s', (line, name, called) => {
  const result = importFiles([source(`${line}services: { web: { image: a } }`, name)])
  expect(result.ok && result.value.design.elements[`${called}-cluster`]?.spec.clusterName).toBe(called)
})

test('an image that Compose builds is one of an ECR repository', () => {
  const { container, spec, said } = imported('services: { web: { build: ./web } }')
  expect(container('web-task')?.image).toBe('@{web-repo.uri}:latest')
  expect(spec('web-repo').repositoryName).toBe('shop/web')
  expect(said).toContain(
    'mapped /services/web/build The image is built by Compose: build it in your pipeline and push it to ECR repository “shop/web”.',
  )
})

test('secrets that are files become variables; those with _FILE lose it', () => {
  const { container, said, design } = imported(`
services:
  db: { image: mysql, secrets: [pw], environment: [MYSQL_ROOT_PASSWORD_FILE=/run/secrets/pw] }
  web: { image: a, secrets: [{ source: pw, target: x }] }
secrets: { pw: { file: ./pw.txt } }
`)
  expect(container('db-task')?.secrets).toEqual([{ name: 'MYSQL_ROOT_PASSWORD', valueFrom: '@{shop-pw}' }])
  expect(container('web-task')?.secrets).toEqual([{ name: 'PW', valueFrom: '@{shop-pw}' }])
  expect(JSON.stringify(design)).not.toContain('pw.txt')
  expect(said).toContain(
    'dropped /secrets/pw Where secret “pw” has its value from is left out: the value is not read.',
  )
})

test('networks are security groups', () => {
  const { spec } = imported(`
services:
  web: { image: a, networks: [front, back] }
  db: { image: b, networks: { back: { aliases: [database] } }, expose: [1] }
networks: { front: , back: }
`)
  const groups = (id: string) =>
    (spec(id).networkConfiguration as { awsvpcConfiguration: { securityGroups: string[] } })
      .awsvpcConfiguration.securityGroups
  expect(groups('web')).toEqual(['@{shop-front-access}', '@{shop-back-access}'])
  expect(groups('db')).toEqual(['@{shop-back-access}'])
  expect(spec('db').serviceConnectConfiguration).toMatchObject({
    services: [{ clientAliases: [{ dnsName: 'db' }] }, { clientAliases: [{ dnsName: 'database' }] }],
  })
})

test('what became something is not said to be left out', () => {
  const { said } = imported(`
services:
  web: { image: a, networks: [front], depends_on: [db], labels: [a=b], environment: [A=1], ulimits: { nofile: 5 } }
  db: { image: b, networks: { front: } , secrets: [pw], env_file: [a.env] }
networks: { front: }
volumes: { unused: }
secrets: { pw: { external: true } }
`)
  expect(said.filter((note) => note.startsWith('dropped') && !note.startsWith('dropped /secrets'))).toEqual(
    [],
  )
})

test('services that share a network are containers of one task', () => {
  const { design, spec } = imported(`
services:
  web: { image: a, ports: ["80:80"], healthcheck: { test: "true" } }
  web-proxy: { image: b, network_mode: "service:web", depends_on: { web: { condition: service_healthy } } }
`)
  expect(spec('web-task').containerDefinitions).toMatchObject([
    { name: 'web' },
    { name: 'proxy', dependsOn: [{ containerName: 'web', condition: 'HEALTHY' }] },
  ])
  expect(Object.values(design.elements).filter(({ kind }) => kind === 'service')).toHaveLength(1)
})

test('what others wait for to end, and what runs only when asked for, are tasks', () => {
  const { design, said } = imported(`
services:
  web: { image: a, depends_on: { migrate: { condition: service_completed_successfully } } }
  migrate: { image: b }
  report: { image: c, profiles: [tools], restart: "no" }
`)
  const kinds = Object.entries(design.elements).flatMap(([id, { kind }]) => (kind === 'task' ? [id] : []))
  expect(kinds).toEqual(['migrate-run', 'report-run'])
  expect(said).toContain(
    'kept /services/web/depends_on/migrate ECS does not wait for “migrate”: let your deployment run it first.',
  )
})

test('anchors, extends and override files count as they do for Compose', () => {
  const { container, said } = imported(
    `
x-base: &base { image: a, environment: { A: "1" } }
services:
  one: { <<: *base, command: [x] }
  two: { extends: one, environment: { B: "2" } }
`,
    source('services: { one: { image: b } }', 'compose.override.yaml'),
  )
  expect(container('one-task')).toMatchObject({ image: '@{docker-hub}b', command: ['x'] })
  expect(container('two-task')).toMatchObject({
    command: ['x'],
    environment: [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ],
  })
  expect(said).toContain('dropped /services/one/image “a” gives way to what another file says.')
})

test.each([
  [
    'ports',
    '[{ target: 80, published: "8080", protocol: tcp, name: http, app_protocol: http }]',
    'portMappings',
    [{ name: 'http', containerPort: 80, protocol: 'tcp', appProtocol: 'http' }],
  ],
  [
    'ports',
    '["127.0.0.1:9000-9001:9000-9001"]',
    'portMappings',
    [9000, 9001].map((port) => ({ name: `port-${port}`, containerPort: port, protocol: 'tcp' })),
  ],
  [
    'ports',
    '["${PORT:-3000}:3000"]',
    'portMappings',
    [{ name: 'port-3000', containerPort: 3000, protocol: 'tcp' }],
  ],
  [
    'volumes',
    '[{ type: tmpfs, target: /run }]',
    'mountPoints',
    [{ sourceVolume: 'scratch-run', containerPath: '/run' }],
  ],
  ['volumes', '[/cache]', 'mountPoints', [{ sourceVolume: 'scratch-cache', containerPath: '/cache' }]],
  [
    'volumes',
    '["data:/d:ro"]',
    'mountPoints',
    [{ sourceVolume: 'data', containerPath: '/d', readOnly: true }],
  ],
  [
    'environment',
    '{ A: 1, B: true }',
    'environment',
    [
      { name: 'A', value: '1' },
      { name: 'B', value: 'true' },
    ],
  ],
  ['environment', '[A]', 'environment', [{ name: 'A', value: '${A}' }]],
  [
    'env_file',
    './config/web.env',
    'environmentFiles',
    [{ value: '@{shop-env-files.arn}/config/web.env', type: 's3' }],
  ],
  [
    'env_file',
    '[{ path: .env, required: false }]',
    'environmentFiles',
    [{ value: '@{shop-env-files.arn}/variables.env', type: 's3' }],
  ],
  [
    'tmpfs',
    '["/run:size=64m,noexec"]',
    'linuxParameters',
    { tmpfs: [{ containerPath: '/run', size: 64, mountOptions: ['noexec'] }] },
  ],
  ['cap_drop', '[all]', 'linuxParameters', { capabilities: { drop: ['ALL'] } }],
  [
    'ulimits',
    '{ nofile: { soft: 1, hard: 2 } }',
    'ulimits',
    [{ name: 'nofile', softLimit: 1, hardLimit: 2 }],
  ],
  ['mem_limit', '512m', 'memory', 512],
  ['labels', '[a=b]', 'dockerLabels', { a: 'b' }],
])('%s: %s', (key, written, member, value) => {
  const { container } = imported(`services: { web: { image: a, ${key}: ${written} } }\nvolumes: { data: }`)
  expect(container('web-task')?.[member]).toEqual(value)
})

test.each([
  ['privileged: true', 'dropped /services/web/privileged'],
  ['network_mode: host', 'dropped /services/web/network_mode'],
  ['cap_add: [NET_ADMIN]', 'dropped /services/web/cap_add/0'],
  ['devices: ["/dev/fuse"]', 'dropped /services/web/devices'],
  ['stop_signal: SIGINT', 'dropped /services/web/stop_signal'],
  ['logging: { driver: fluentd, options: { a: b } }', 'dropped /services/web/logging'],
  ['deploy: { placement: { constraints: [a] }, replicas: 2 }', 'dropped /services/web/deploy/placement'],
  ['unheard_of: { a: 1 }', 'dropped /services/web/unheard_of'],
])('what Fargate does not have is left out with a word: %s', (line, note) => {
  const { said, errors } = imported(`services: { web: { image: a, ${line} } }`)
  expect(said.filter((one) => one.startsWith(note))).toHaveLength(1)
  expect(errors).toEqual([])
})

/** What a Compose file says of its services, as far as a design holds it. */
function essence(design: Design) {
  const graph = graphOf(design)
  const definitions = Object.values(design.elements).filter(({ kind }) => kind === 'task-definition')
  return definitions
    .flatMap(({ spec }) => spec.containerDefinitions as Record<string, unknown>[])
    .map((container) => ({
      name: container.name,
      image: resolved(graph, String(container.image)),
      command: container.command,
      environment: container.environment,
      secrets: (container.secrets as { name: string }[] | undefined)?.map(({ name }) => name),
      ports: (container.portMappings as { containerPort: number }[] | undefined)?.map(
        (port) => port.containerPort,
      ),
      mounts: (container.mountPoints as { containerPath: string }[] | undefined)?.map(
        (at) => at.containerPath,
      ),
      dependsOn: container.dependsOn,
    }))
    .sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1))
}

function again(design: Design): Design {
  const [file] = composeExport.export(design).files
  const result = importFiles([{ name: 'compose.yaml', text: file?.content ?? '' }])
  if (!result.ok) throw new Error(english(result.error.what))
  return result.value.design
}

/** A template for EKS has nothing for Compose. */
const onEcs = Object.entries(templates).filter(([, { elements }]) =>
  Object.values(elements).some(({ kind }) => kind === 'task-definition'),
)

describe('exported and imported again, the services are the same: the template', () => {
  test.each(onEcs)('%s', (_, template) => {
    const first = again(template)
    expect(essence(again(first))).toEqual(essence(first))
    const names = (design: Design) =>
      essence(design).map(({ image: _, name, ...rest }) => ({ ...rest, at: name }).ports)
    expect(names(first)).toHaveLength(names(template).length)
  })
})

test('whatever a design exports comes in again, and the second time as the first', () => {
  fc.assert(
    fc.property(randomDesign, (random) => {
      if (composeExport.export(random).files.length === 0) return
      const first = again(random)
      expect(essence(again(first))).toEqual(essence(first))
    }),
    { numRuns: runs(30, 2000) },
  )
})

const files = corpusFiles('compose')

describe.skipIf(files.length === 0)('files of other people', () => {
  test.each(files)('%s loses nothing silently, and comes out and in again', (name) => {
    const text = readFileSync(corpusFolder('compose') + name, 'utf8')
    const { design, report, errors } = imported(text)
    expect(
      lost(
        parse(text, { merge: true }),
        design,
        report.notes.map(({ pointer }) => pointer),
      ),
    ).toEqual([])
    // One is an override file, which names no images.
    expect(errors.filter((error) => !error.startsWith('container-image-required'))).toEqual([])
    const once = again(design)
    expect(essence(again(once))).toEqual(essence(once))
  })
})

/** The leaves of a file that neither stand in the design nor in the report. */
function lost(value: unknown, design: Design, told: readonly string[]): readonly string[] {
  const graph = graphOf(design)
  const held = new Set<string>()
  const collect = (part: unknown): void => {
    if (typeof part !== 'object' || part === null)
      held.add(
        resolved(
          graph,
          resolveText(String(part), () => ''),
        ),
      )
    else for (const [key, item] of Object.entries(part)) [key, item].forEach(collect)
    if (typeof part === 'string') held.add(resolved(graph, part))
  }
  collect(Object.values(design.elements).map(({ spec }) => spec))
  const found: string[] = []
  const visit = (part: unknown, path: readonly (string | number)[]): void => {
    if (part === null || part === '') return
    if (typeof part === 'object') {
      for (const [key, item] of Object.entries(part)) visit(item, [...path, key])
      return
    }
    const pointer = toPointer(path)
    const spoken = told.some(
      (at) => at !== '' && !/^\/services\/[^/]+$/.test(at) && `${pointer}/`.startsWith(`${at}/`),
    )
    const text = String(part).replaceAll('$$', '$')
    const words = text.split(/=(.*)/s)
    if (!spoken && !held.has(text) && !words.every((word) => word === '' || held.has(word)))
      found.push(`${pointer}: ${part}`)
  }
  visit(value, [])
  return found
}
