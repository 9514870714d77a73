import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { graphOf } from '../graph/graph'
import { container, drawing, element, fargateTask, link } from '../rules/examples'
import { templates } from '../testing/templates'
import { korean } from '../texts/ko/korean'
import { english } from '../texts/text'
import { translator } from '../texts/translate'
import { requestPathsOf } from './request-paths'

const pathsOf = (design: Design) => requestPathsOf(graphOf(design))

/** `customers → orders-api`, and what each path leads over. */
const waysOf = (design: Design) =>
  Object.fromEntries(
    pathsOf(design).map(({ title, steps }) => [
      english(title),
      steps.map(({ key, elements: [id = '–'], row }) => (row && key !== id ? `${id}${row.pointer}` : id)),
    ]),
  )

const told = (design: Design) =>
  pathsOf(design).flatMap(({ steps }) => steps.flatMap(({ says }) => says.map(english)))

describe('templates with something to ask', () => {
  it.each<[string, ReturnType<typeof waysOf>]>([
    [
      'fargate-service-alb',
      {
        'Customers → orders-api': [
          ...[
            'customers',
            'orders-alb',
            'orders-alb/Listeners/0',
            'orders-targets',
            'orders-api',
            'orders-task',
          ],
        ],
      },
    ],
    [
      'multi-az-efs',
      {
        'Readers → site': [
          ...['readers', 'site-alb', 'site-alb/Listeners/0', 'site-targets', 'site', 'site-task', 'uploads'],
        ],
      },
    ],
    [
      'blue-green',
      {
        'Customers → payments': [
          ...['customers', 'payments-alb', 'payments-alb/Listeners/0', 'blue', 'payments', 'payments-task'],
        ],
        'Release tests → payments': [
          ...['testers', 'payments-alb', 'payments-alb/Listeners/1', 'green', 'payments', 'payments-task'],
        ],
      },
    ],
    [
      'nlb-privatelink',
      {
        'gateway endpoint → gateway': [
          ...['partner-endpoint', 'gateway-nlb', 'gateway-nlb/Listeners/0', 'gateway-targets', 'gateway'],
          'gateway-task',
        ],
      },
    ],
    [
      'service-connect',
      {
        'Shoppers → storefront': [
          ...[
            'shoppers',
            'shop-alb',
            'shop-alb/Listeners/0',
            'front-targets',
            'storefront',
            'storefront-task',
          ],
          ...['cart', 'cart-task', 'cart-table', 'catalog', 'catalog-task', 'catalog-table'],
        ],
      },
    ],
    ['eks', { 'Visitors → web': ['visitors', 'web-ingress', 'web-service', 'web', 'pictures', 'albums'] }],
    ['sqs-worker', { 'resize-jobs → resizer': ['jobs', 'worker', 'worker-task', 'index', 'pictures'] }],
  ])('%s', (name, expected) => expect(waysOf(templates[name] as Design)).toEqual(expected))

  it.each(['batch-scheduled', 'ec2-replica-daemon'])('%s has none: nobody asks it anything', (name) =>
    expect(pathsOf(templates[name] as Design)).toEqual([]),
  )

  it.each(Object.entries(templates))('%s says all of it in Korean, too', (_, design) => {
    const inKorean = translator(korean)
    for (const { steps } of pathsOf(design))
      for (const { says, key } of steps)
        for (const text of says)
          expect(inKorean(text), key).toMatch(/[가-힣].*(?:니다|십시오|: .*)\.$|니다\(/)
  })

  it.each(Object.entries(templates))(
    '%s: no two steps of a path are one, and all of it is in the drawing',
    (_, design) => {
      const graph = graphOf(design)
      const lines = new Set(graph.connections.map(({ id }) => id))
      for (const { steps } of pathsOf(design)) {
        expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length)
        for (const step of steps) {
          for (const id of step.elements) expect(graph.element(id)).toBeDefined()
          for (const line of step.lines) expect(lines).toContain(line)
        }
      }
    },
  )
})

describe('what a step says', () => {
  it('names ports, protocols, containers and mounts', () => {
    const said = told(templates['multi-az-efs'] as Design)
    expect(said).toContain('It decrypts what comes, with its certificate.')
    expect(said).toContain('What comes to HTTP 80 is redirected to HTTPS 443.')
    expect(said).toContain('It picks one of its healthy targets and sends the request there: HTTP 8080.')
    expect(said).toContain('Container cms answers on 8080/tcp.')
    expect(said).toContain('Container cms mounts it at /var/lib/cms/uploads.')
  })

  it('names what runs beside the container that answers', () => {
    const design = shop({ task: { containerDefinitions: [container(), container({ name: 'log-router' })] } })
    expect(told(design)).toContain('Beside it runs log-router.')
  })
})

interface Parts {
  readonly balancer?: object
  readonly task?: object
  readonly service?: object
}

const target = (name: string) => ({ Type: 'forward', TargetGroupArn: `@{${name}}` })

/** A load balancer that nothing leads to, a target group, and a service behind it. */
function shop({ balancer, task, service }: Parts = {}): Design {
  return drawing({
    alb: element('application-load-balancer', {
      Name: 'front',
      Listeners: [{ Protocol: 'HTTP', Port: 80, DefaultActions: [target('tg')] }],
      ...balancer,
    }),
    tg: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80, TargetType: 'ip' }),
    web: element('service', {
      serviceName: 'web',
      taskDefinition: '@{task}',
      loadBalancers: [{ targetGroupArn: '@{tg}', containerName: 'web', containerPort: 80 }],
      ...service,
    }),
    task: fargateTask(task as never),
  })
}

describe('where nothing drawn asks', () => {
  it('the internet does, or the VPC', () => {
    expect(Object.keys(waysOf(shop()))).toEqual(['The internet → web'])
    expect(Object.keys(waysOf(shop({ balancer: { Scheme: 'internal' } })))).toEqual(['The VPC → web'])
    expect(waysOf(shop())).toEqual({
      'The internet → web': ['–', 'alb', 'alb/Listeners/0', 'tg', 'web', 'task'],
    })
  })

  it('a target group without tasks says what to do', () => {
    expect(told(shop({ service: { loadBalancers: [] } }))).toContain(
      'Nothing answers behind it yet: connect it with a service.',
    )
  })
})

describe('a listener with rules', () => {
  const rule = (name: string, path: string) => ({
    Priority: 1,
    Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: [path] } }],
    Actions: [target(name)],
  })
  const design = shop({
    balancer: {
      Listeners: [
        { Protocol: 'HTTP', Port: 80, DefaultActions: [target('tg')], Rules: [rule('tg2', '/api/*')] },
      ],
    },
  })
  const both: Design = {
    ...design,
    elements: {
      ...design.elements,
      tg2: element('target-group', { Name: 'api', Protocol: 'HTTP', Port: 80, TargetType: 'ip' }),
      api: element('service', {
        serviceName: 'api',
        taskDefinition: '@{task}',
        loadBalancers: [{ targetGroupArn: '@{tg2}', containerName: 'web', containerPort: 80 }],
      }),
    },
  }

  it('leads to each service', () => {
    expect(Object.keys(waysOf(both))).toEqual(['The internet → web', 'The internet → api'])
    expect(told(both)).toContain('It forwards what none of its rules takes to web.')
    expect(told(both)).toContain('What asks for /api/* goes to api, by a rule.')
  })
})

describe('further on', () => {
  const base = shop()
  const design = (links: Design['connections']): Design => ({
    ...base,
    elements: {
      ...base.elements,
      people: element('users', {}, { label: 'People' }),
      queue: element('sqs-queue', { QueueName: 'jobs' }),
      worker: element('service', { serviceName: 'worker', taskDefinition: '@{work}' }),
      work: fargateTask({ family: 'work' }),
    },
    connections: links,
  })

  it('what waits in a queue is taken by a worker', () => {
    const links = {
      a: link('people', 'traffic', 'alb'),
      b: link('task', 'calls', 'queue'),
      c: link('queue', 'feeds', 'work'),
    }
    expect(waysOf(design(links))).toEqual({
      'People → web': ['people', 'alb', 'alb/Listeners/0', 'tg', 'web', 'task', 'queue', 'worker', 'work'],
    })
    expect(told(design(links))).toContain('It takes what waits in jobs, as soon as it can.')
  })

  it('services that call each other are walked once', () => {
    const links = {
      a: link('people', 'traffic', 'alb'),
      b: link('web', 'calls', 'worker'),
      c: link('worker', 'calls', 'web'),
    }
    expect(waysOf(design(links))['People → web']?.slice(-2)).toEqual(['worker', 'work'])
  })

  it('a service that calls another one by its load balancer goes over that', () => {
    const links = { a: link('worker', 'calls', 'alb'), b: link('people', 'traffic', 'worker') }
    expect(waysOf(design(links))['People → worker']).toEqual([
      ...['people', 'worker', 'work', 'alb', 'alb/Listeners/0', 'tg', 'web', 'task'],
    ])
  })

  it('two load balancers in front of one service are told apart', () => {
    const second = element('application-load-balancer', {
      Name: 'second',
      Listeners: [{ Protocol: 'HTTP', Port: 80, DefaultActions: [target('tg')] }],
    })
    const both = { ...base, elements: { ...base.elements, second } }
    expect(Object.keys(waysOf(both))).toEqual(['The internet → front → web', 'The internet → second → web'])
  })
})
