import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Design, type Element, emptyDesign, type Spec } from '../design/design'
import { design } from '../testing/arbitraries'
import { nastyDesign } from '../testing/nasty'
import { payloads } from '../testing/payloads'
import { runs } from '../testing/runs'
import { templates } from '../testing/templates'
import { validDesigns } from '../testing/valid-designs'
import { english } from '../texts/text'
import { composeExport } from './compose'

/** The schema of the Compose specification, as dclint ships it. */
const schemaFile = fileURLToPath(
  new URL('../../node_modules/dclint/schemas/compose.schema.json', import.meta.url),
)
const { $schema: _, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
const isCompose = ajv.compile(schema)

function judged(text: string): readonly string[] {
  isCompose(parse(text))
  return (isCompose.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}

/** Every value that Compose looks for variables in. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const designOf = (elements: Record<string, Element>): Design => ({ ...emptyDesign('Shop'), elements })
const task = (...containers: Spec[]) => taskWith({}, ...containers)
const taskWith = (rest: Spec, ...containers: Spec[]): Element => ({
  kind: 'task-definition',
  spec: { family: 'web', networkMode: 'awsvpc', containerDefinitions: containers, ...rest },
})
const service = (rest: Spec = {}): Element => ({
  kind: 'service',
  spec: { serviceName: 'web', taskDefinition: '@{td}', ...rest },
})

function written(elements: Record<string, Element>) {
  const { files, notes } = composeExport.export(designOf(elements))
  const text = files[0]?.content ?? ''
  expect(judged(text)).toEqual([])
  return { ...parse(text), said: notes.map((note) => english(note.text)), text }
}

describe('the Compose schema accepts', () => {
  test.each(Object.entries(templates))('the template %s', (_, template) => {
    const [file] = composeExport.export(template).files
    const isRun = Object.values(template.elements).some(
      ({ kind }) => kind === 'task-definition' || kind === 'kubernetes-workload',
    )
    expect(file !== undefined).toBe(isRun)
    if (file) expect(judged(file.content)).toEqual([])
  })

  test.each(Object.entries(validDesigns))('%s', (_, valid) => {
    const [file] = composeExport.export(valid).files
    if (file) expect(judged(file.content)).toEqual([])
  })

  test('what foreign texts become, and finds no variable in them', () => {
    for (let first = 0; first < payloads.length; first += runs(64, 1)) {
      const [file] = composeExport.export(nastyDesign(payloads, first)).files
      expect(judged(file?.content ?? '')).toEqual([])
      const ours = file?.content.replaceAll('$$', '').replace(/\$\{[A-Z][A-Z0-9_]*:\?must be set\}/g, '')
      const { services } = parse(ours ?? '')
      for (const each of Object.values<{ image?: string }>(services)) delete each.image
      expect(textsIn(services).filter((text) => text.includes('$'))).toEqual([])
    }
  })

  test('any design, the same bytes every time, in whatever order it was drawn', () => {
    fc.assert(
      fc.property(design, (random) => {
        const first = composeExport.export(random)
        const backwards = Object.fromEntries(Object.entries(random.elements).reverse())
        expect(composeExport.export({ ...random, elements: backwards })).toEqual(first)
        for (const file of first.files) expect(judged(file.content)).toEqual([])
      }),
      { numRuns: runs(40, 2000) },
    )
  })
})

test('the judge is one: it refuses what Compose does not know', () => {
  expect(judged('services: { web: { imagine: nginx } }')).not.toEqual([])
})

describe('a container', () => {
  test('is a service with its settings under the names of Compose', () => {
    const { services } = written({
      td: taskWith(
        { cpu: '512', memory: '1 GB', runtimePlatform: { cpuArchitecture: 'ARM64' } },
        {
          name: 'api',
          image: 'nginx:1.27',
          command: ['nginx', '-g', 'daemon off;'],
          entryPoint: ['/init'],
          workingDirectory: '/srv',
          user: '1000',
          memoryReservation: 256,
          portMappings: [{ name: 'http', containerPort: 8080, appProtocol: 'http' }],
          healthCheck: { command: ['CMD-SHELL', 'curl localhost'], interval: 15, retries: 2 },
          ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 2048 }],
          stopTimeout: 60,
          readonlyRootFilesystem: true,
          linuxParameters: {
            initProcessEnabled: true,
            sharedMemorySize: 64,
            capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] },
            tmpfs: [{ containerPath: '/run', size: 16, mountOptions: ['noexec'] }],
            devices: [{ hostPath: '/dev/fuse', permissions: ['read', 'write'] }],
          },
          dockerLabels: { team: 'shop' },
        },
      ),
      service: service(),
    })
    expect(services).toEqual({
      web: {
        image: 'nginx:1.27',
        platform: 'linux/arm64',
        init: true,
        entrypoint: ['/init'],
        command: ['nginx', '-g', 'daemon off;'],
        working_dir: '/srv',
        user: '1000',
        tmpfs: ['/run:size=16m,noexec'],
        healthcheck: { test: ['CMD-SHELL', 'curl localhost'], interval: '15s', timeout: '5s', retries: 2 },
        restart: 'unless-stopped',
        stop_grace_period: '60s',
        deploy: { resources: { limits: { cpus: '0.5', memory: '1024m' }, reservations: { memory: '256m' } } },
        ulimits: { nofile: { soft: 1024, hard: 2048 } },
        shm_size: '64m',
        read_only: true,
        cap_add: ['SYS_PTRACE'],
        cap_drop: ['ALL'],
        devices: ['/dev/fuse:/dev/fuse:rw'],
        labels: { team: 'shop' },
        ports: [{ name: 'http', target: 8080, published: '8080', protocol: 'tcp', app_protocol: 'http' }],
      },
    })
  })

  test('keeps its dollars, which Compose would take for variables', () => {
    const { services } = written({
      td: task({ name: 'web', image: 'a', environment: [{ name: 'PRICE', value: '$5 ${X}' }] }),
    })
    expect(services.web.environment).toEqual({ PRICE: '$$5 $${X}' })
  })

  test('whose image has a placeholder leaves it to the shell', () => {
    const { services } = written({ td: task({ name: 'web', image: 'shop/web:${TAG:-1}$' }) })
    expect(services.web.image).toBe('shop/web:${TAG:-1}$$')
  })

  test('gets no secret: the shell has to have it, each secret under a name of its own', () => {
    const secrets = (valueFrom: string) => [{ name: 'PASSWORD', valueFrom }]
    const { services, said } = written({
      td: task(
        { name: 'web', image: 'a', secrets: secrets('@{one}') },
        { name: 'job', image: 'a', secrets: secrets('@{other}') },
        { name: 'log', image: 'a', secrets: secrets('@{one}') },
      ),
      one: { kind: 'secret', spec: { Name: 'one' } },
      other: { kind: 'secret', spec: { Name: 'other' } },
    })
    expect(services.web.environment.PASSWORD).toBe('${PASSWORD:?must be set}')
    expect(services['web-job'].environment.PASSWORD).toBe('${WEB_JOB_PASSWORD:?must be set}')
    expect(services['web-log'].environment.PASSWORD).toBe('${PASSWORD:?must be set}')
    expect(said).toContain(
      '“PASSWORD” must be set in the shell or in .env: in AWS, container “web” gets it from a secret or parameter.',
    )
  })

  test('with an image that only AWS can name asks for the name', () => {
    const { services, said } = written({
      td: task({ name: 'web', image: '@{repo.uri}:1' }),
      repo: { kind: 'ecr-repository', spec: { repositoryName: 'web' } },
    })
    expect(services.web.image).toBe('${REPO_URI:?must be set}:1')
    expect(said).toContain(
      '“REPO_URI” must be set in the shell or in .env: the URI of ECR repository “repo” is known once it exists.',
    )
  })
})

describe('the containers of a task', () => {
  const web = { name: 'web', image: 'a', portMappings: [{ containerPort: 80 }] }
  const proxy = { name: 'proxy', image: 'b', portMappings: [{ containerPort: 15000 }] }

  test('share the network of the first that stays', () => {
    const { services } = written({
      td: task(web, { ...proxy, dependsOn: [{ containerName: 'web', condition: 'HEALTHY' }] }),
    })
    expect(services.web.ports.map((port: { target: number }) => port.target)).toEqual([80, 15000])
    expect(services['web-proxy']).toEqual({
      image: 'b',
      network_mode: 'service:web',
      depends_on: { web: { condition: 'service_healthy' } },
    })
  })

  test('share that of one that others wait for, so that nothing waits in a circle', () => {
    const { services } = written({
      td: task({ ...web, dependsOn: [{ containerName: 'proxy', condition: 'START' }] }, proxy),
    })
    expect(services.web.network_mode).toBe('service:web-proxy')
    expect(services['web-proxy'].ports).toHaveLength(2)
  })

  test('share that of a pause container when none may hold it', () => {
    const migrate = { name: 'migrate', image: 'c', essential: false }
    const { services } = written({
      td: task({ ...web, dependsOn: [{ containerName: 'migrate', condition: 'SUCCESS' }] }, migrate),
      service: service(),
    })
    expect(services['web-network'].image).toBe('registry.k8s.io/pause:3.10')
    expect(services.web).toMatchObject({
      network_mode: 'service:web-network',
      depends_on: { 'web-migrate': { condition: 'service_completed_successfully' } },
    })
    expect(services['web-migrate'].restart).toBeUndefined()
  })

  test('have networks of their own in bridge mode, and reach each other by links', () => {
    const { services } = written({
      td: taskWith({ networkMode: 'bridge' }, { ...web, links: ['proxy:p'] }, { ...proxy, hostname: 'px' }),
    })
    expect(services.web.links).toEqual(['web-proxy:p'])
    expect(services['web-proxy']).toMatchObject({ hostname: 'px', ports: [{ target: 15000 }] })
  })

  test('of two tasks that want one port get two, and a word about it', () => {
    const { services, said } = written({
      td: task(web),
      other: taskWith(
        { family: 'other' },
        { ...web, portMappings: [{ containerPort: 80 }, { containerPort: 81 }] },
      ),
    })
    const published = Object.values<{ ports: { published: string }[] }>(services).map(({ ports }) =>
      ports.map((port) => port.published),
    )
    expect(published).toEqual([['80', '81'], ['82']])
    expect(said).toContain('Port 80 of “web” is published as 82, because another container has 80.')
  })
})

test('names of Service Connect are those by which a service is called here', () => {
  const { services, said } = written({
    td: task({ name: 'api', image: 'a', portMappings: [{ name: 'http', containerPort: 8080 }] }),
    service: service({
      serviceConnectConfiguration: {
        enabled: true,
        services: [{ portName: 'http', clientAliases: [{ port: 80, dnsName: 'shop-api' }] }],
      },
    }),
  })
  expect(services.web.networks).toEqual({ default: { aliases: ['shop-api'] } })
  expect(said).toContain('Others call “shop-api” at port 80; here it answers at port 8080.')
})

test('file systems become volumes, one for each folder, and folders of the host stay folders', () => {
  const mount = (sourceVolume: string, containerPath: string) => ({ sourceVolume, containerPath })
  const efs = (rootDirectory?: string) => ({
    efsVolumeConfiguration: { fileSystemId: '@{files}', rootDirectory },
  })
  const { services, volumes } = written({
    td: taskWith(
      {
        volumes: [
          { name: 'a', ...efs() },
          { name: 'b', ...efs('/b') },
          { name: 'c', host: { sourcePath: '/proc' } },
          { name: 'd' },
        ],
      },
      {
        name: 'web',
        image: 'a',
        mountPoints: ['a', 'b', 'c', 'd'].map((name) => mount(name, `/mnt/${name}`)),
      },
    ),
    files: { kind: 'efs-file-system', spec: { CreationToken: 'uploads' } },
  })
  expect(services.web.volumes.map((v: { source: string }) => v.source)).toEqual([
    'uploads',
    'uploads-b',
    '/proc',
    'web-d',
  ])
  expect(Object.keys(volumes)).toEqual(['uploads', 'uploads-b', 'web-d'])
})

test('a task that runs once waits to be asked for', () => {
  const { services } = written({
    td: task({ name: 'job', image: 'a' }),
    nightly: { kind: 'task', spec: { taskDefinition: '@{td}' } },
  })
  expect(services).toEqual({ nightly: { image: 'a', profiles: ['tasks'] } })
})

test('whatever has no counterpart is said, in the notes and at the top of the file', () => {
  const { said, text } = written({
    td: taskWith(
      { taskRoleArn: '@{role}' },
      { name: 'web', image: 'a', startTimeout: 5, unheardOf: { a: 1 } },
    ),
    service: service({ desiredCount: 3, launchType: 'FARGATE' }),
    role: { kind: 'iam-role', spec: { RoleName: 'web\nservices: {}' } },
  })
  for (const sentence of [
    'Compose has no counterpart to these settings of container “web”: startTimeout, unheardOf.',
    'Compose has no counterpart to these settings of Task definition “web”: taskRoleArn.',
    'Compose has no counterpart to these settings of Service “web”: desiredCount, launchType.',
  ]) {
    expect(said).toContain(sentence)
    expect(text).toContain(`# - ${sentence}\n`)
  }
  expect(said).toContain('IAM role “web services: {}” has no counterpart in Compose.')
  expect(text).toContain('# - IAM role: “web services: {}”\n')
})

test('a design without a task definition gives no file, and says so', () => {
  expect(composeExport.export(emptyDesign('Test'))).toMatchObject({ files: [], notes: [{ code: 'nothing' }] })
})
