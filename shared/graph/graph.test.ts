import { describe, expect, test } from 'vitest'
import { type Design, type Element, emptyDesign } from '../design/design'
import { elementsOfKind, graphOf, incoming, nameOf, outgoing, resolved } from './graph'

const design = (elements: Record<string, Element>, rest: Partial<Design> = {}): Design => ({
  ...emptyDesign('test'),
  region: 'eu-west-1',
  account: '123456789012',
  elements,
  ...rest,
})

const cluster: Element = { kind: 'cluster', spec: { clusterName: 'main' } }
const service = (spec: Element['spec'] = {}): Element => ({
  kind: 'service',
  spec: { serviceName: 'api', cluster: '@{main}', taskDefinition: '@{api-task}', ...spec },
})
const definition = (spec: Element['spec'] = {}): Element => ({
  kind: 'task-definition',
  spec: { family: 'api', ...spec },
})

describe('connections', () => {
  const graph = graphOf(
    design({
      main: cluster,
      api: service(),
      'api-task': definition({
        taskRoleArn: '@{role}',
        containerDefinitions: [{ name: 'api', image: '@{repo.uri}:1.4.2' }],
      }),
      role: { kind: 'iam-role', spec: { RoleName: 'api' } },
      repo: { kind: 'ecr-repository', spec: { repositoryName: 'api' } },
    }),
  )

  test('follow from the references in the specs, and can be read both ways', () => {
    expect(outgoing(graph, 'api-task').map((c) => [c.meaning, c.to, c.pointer])).toEqual([
      ['task-role', 'role', '/taskRoleArn'],
      ['pulls', 'repo', '/containerDefinitions/0/image'],
    ])
    expect(incoming(graph, 'api-task').map((c) => [c.from, c.meaning])).toEqual([['api', 'runs']])
    expect(incoming(graph, 'repo', 'pulls').map((c) => c.from)).toEqual(['api-task'])
    expect(incoming(graph, 'repo', 'runs')).toEqual([])
  })

  test('have ids that stay while the design changes elsewhere', () => {
    expect(outgoing(graph, 'api-task', 'pulls')[0]?.id).toBe('api-task#/containerDefinitions/0/image')
  })

  test('can be stored where no spec holds them, as long as both ends exist', () => {
    const { connections } = graphOf(
      design(
        { people: { kind: 'users', spec: {} }, api: service({ cluster: 'x', taskDefinition: 'y' }) },
        {
          connections: {
            one: { from: 'people', to: 'api', meaning: 'traffic', label: 'HTTPS' },
            two: { from: 'people', to: 'gone', meaning: 'traffic' },
          },
        },
      ),
    )
    expect(connections).toEqual([
      { id: 'one', from: 'people', to: 'api', meaning: 'traffic', label: 'HTTPS' },
    ])
  })

  test('leave out references to nothing, and to a kind that can’t stand there', () => {
    const { connections, dangling } = graphOf(
      design({
        main: cluster,
        'api-task': definition({ taskRoleArn: '@{main}', executionRoleArn: '@{nobody}' }),
      }),
    )
    expect(connections).toEqual([])
    expect(dangling.get('api-task')).toEqual([
      { from: 'api-task', id: 'main', pointer: '/taskRoleArn' },
      { from: 'api-task', id: 'nobody', pointer: '/executionRoleArn' },
    ])
  })
})

test('elements are found by kind, in the order of the design', () => {
  const graph = graphOf(design({ b: cluster, a: cluster, c: definition() }))
  expect(elementsOfKind(graph, 'cluster')).toEqual(['b', 'a'])
  expect(elementsOfKind(graph, 'vpc')).toEqual([])
})

test('moving a box builds no new graph; another Region does', () => {
  const before = design({ main: cluster })
  const moved: Design = { ...before, layout: { main: { x: 1, y: 2 } } }
  expect(graphOf(moved)).toBe(graphOf(before))
  expect(graphOf({ ...before, region: 'us-east-1' })).not.toBe(graphOf(before))
})

describe('nesting', () => {
  test('a service is drawn in its cluster, and a task definition in its only user', () => {
    const graph = graphOf(design({ main: cluster, api: service(), 'api-task': definition() }))
    expect([...graph.parent]).toEqual([
      ['api', 'main'],
      ['api-task', 'api'],
    ])
    expect(graph.children.get('api')).toEqual(['api-task'])
  })

  test('a task definition with two users stands alone', () => {
    const second = service({ serviceName: 'second' })
    const graph = graphOf(design({ main: cluster, api: service(), second, 'api-task': definition() }))
    expect(graph.parent.get('api-task')).toBeUndefined()
  })

  const forwarding = (...targets: string[]): Element => ({
    kind: 'application-load-balancer',
    spec: {
      Listeners: targets.map((target) => ({ DefaultActions: [{ Type: 'forward', TargetGroupArn: target }] })),
    },
  })

  test('a target group is a row of the one load balancer that forwards to it', () => {
    const targets: Element = { kind: 'target-group', spec: {} }
    const one = graphOf(design({ lb: forwarding('@{tg}', '@{tg}'), tg: targets }))
    expect([one.parent.get('tg'), one.rows.has('tg')]).toEqual(['lb', true])
    const two = graphOf(design({ lb: forwarding('@{tg}'), other: forwarding('@{tg}'), tg: targets }))
    expect([two.parent.get('tg'), two.rows.has('tg')]).toEqual([undefined, false])
  })

  test('where no spec says it, the stored frame does', () => {
    const graph = graphOf(
      design({ box: { kind: 'frame', spec: {} }, repo: { kind: 'ecr-repository', inside: 'box', spec: {} } }),
    )
    expect(graph.parent.get('repo')).toBe('box')
  })

  test('a stored frame can’t contradict a spec, but can be more exact', () => {
    const box: Element = { kind: 'frame', inside: 'main', spec: {} }
    const api = { ...service(), inside: 'box' }
    expect(graphOf(design({ main: cluster, box, api })).parent.get('api')).toBe('box')
    const elsewhere: Element = { kind: 'frame', spec: {} }
    expect(graphOf(design({ main: cluster, box: elsewhere, api })).parent.get('api')).toBe('main')
  })

  test('a subnet that names its zone and its VPC is drawn in the zone, in whatever order they are written', () => {
    const elements: Record<string, Element> = {
      net: { kind: 'vpc', spec: {} },
      zone: { kind: 'availability-zone', inside: 'net', spec: {} },
    }
    for (const spec of [
      { VpcId: '@{net}', AvailabilityZone: '@{zone}' },
      { AvailabilityZone: '@{zone}', VpcId: '@{net}' },
    ]) {
      expect(graphOf(design({ ...elements, sub: { kind: 'subnet', spec } })).parent.get('sub')).toBe('zone')
    }
  })

  test('a loop is cut, and nothing disappears from the canvas', () => {
    const graph = graphOf(
      design({
        a: { kind: 'frame', inside: 'b', spec: {} },
        b: { kind: 'frame', inside: 'c', spec: {} },
        c: { kind: 'frame', inside: 'a', spec: {} },
      }),
    )
    expect([...graph.parent]).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ])
  })

  test('an element in itself stands alone', () => {
    expect(graphOf(design({ a: { kind: 'frame', inside: 'a', spec: {} } })).parent.size).toBe(0)
  })
})

describe('identifiers', () => {
  const graph = graphOf(
    design({
      main: cluster,
      api: service(),
      repo: { kind: 'ecr-repository', spec: { repositoryName: 'team/api' } },
      data: { kind: 'efs-file-system', spec: {}, existing: { fileSystemId: 'fs-0123456789abcdef0' } },
      hub: { kind: 'image-registry', spec: { host: 'docker.io' } },
      ghcr: { kind: 'image-registry', spec: { host: 'ghcr.io' } },
      role: { kind: 'iam-role', spec: { RoleName: 'api', Path: '/ecs/' } },
      tg: { kind: 'target-group', spec: { Name: 'api' } },
    }),
  )

  test.each([
    ['@{repo.uri}:1.4.2', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/api:1.4.2'],
    ['@{data}', 'fs-0123456789abcdef0'],
    ['@{hub}nginx:1.27', 'nginx:1.27'],
    ['@{ghcr}acme/api:2', 'ghcr.io/acme/api:2'],
    ['@{role}', 'arn:aws:iam::123456789012:role/ecs/api'],
    ['@{api.resourceId}', 'service/main/api'],
    ['@{api.arn}', 'arn:aws:ecs:eu-west-1:123456789012:service/main/api'],
    ['@{main.arn}', 'arn:aws:ecs:eu-west-1:123456789012:cluster/main'],
  ])('%s is %s', (text, expected) => {
    expect(resolved(graph, text)).toBe(expected)
  })

  test('what only AWS can know becomes a visible placeholder', () => {
    expect(resolved(graph, '@{tg}')).toBe('<tg>')
    expect(resolved(graph, 'x @{nobody.arn}')).toBe('x <nobody.arn>')
  })

  test('without an account an ARN is not known', () => {
    const { account: _, ...rest } = design({ role: { kind: 'iam-role', spec: { RoleName: 'api' } } })
    expect(resolved(graphOf(rest), '@{role}')).toBe('<role>')
  })

  test('China and GovCloud have their own partition and domain', () => {
    const elements: Record<string, Element> = {
      repo: { kind: 'ecr-repository', spec: { repositoryName: 'api' } },
      main: cluster,
    }
    const china = graphOf({ ...design(elements), region: 'cn-north-1' })
    expect(resolved(china, '@{repo}')).toBe('123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/api')
    expect(resolved(china, '@{main.arn}')).toBe('arn:aws-cn:ecs:cn-north-1:123456789012:cluster/main')
    const gov = graphOf({ ...design(elements), region: 'us-gov-west-1' })
    expect(resolved(gov, '@{main.arn}')).toBe('arn:aws-us-gov:ecs:us-gov-west-1:123456789012:cluster/main')
  })

  test('people see the name, else the label, else what AWS knows it by', () => {
    expect([nameOf(graph, 'api'), nameOf(graph, 'data'), nameOf(graph, 'nobody')]).toEqual([
      'api',
      'fs-0123456789abcdef0',
      'nobody',
    ])
  })
})
