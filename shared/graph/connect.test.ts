import { describe, expect, test } from 'vitest'
import { type Design, type Element, emptyDesign } from '../design/design'
import { edit } from '../design/edit'
import { english, type Text } from '../texts/text'
import { candidates, connect, disconnect, placement, refusal, removeElements, reparent } from './connect'
import { type Graph, graphOf } from './graph'

const design = (elements: Record<string, Element>, connections: Design['connections'] = {}): Design => ({
  ...emptyDesign('test'),
  region: 'eu-west-1',
  elements,
  connections,
})

const of = (kind: string, spec: Element['spec'] = {}, rest: Partial<Element> = {}): Element => ({
  kind,
  spec,
  ...rest,
})

/** Draws the line of that meaning; gives the new design, or the reason why not. */
function draw(before: Design, a: string, b: string, meaning: string, row?: string): Design | string {
  const candidate = candidates(graphOf(before), a, b).find((c) => c.meaning === meaning)
  if (!candidate) throw new Error(`no candidate ${meaning}`)
  let reason: Text | undefined
  const { design: after } = edit(before, (draft) => {
    reason = connect(draft, candidate, row)
  })
  return reason === undefined ? after : english(reason)
}

function drawn(...args: Parameters<typeof draw>): Design {
  const result = draw(...args)
  if (typeof result === 'string') throw new Error(result)
  return result
}

function erased(before: Design, a: string, b: string): Design {
  const connection = graphOf(before).connections.find((c) => c.from === a && c.to === b)
  if (!connection) throw new Error('no such line')
  return edit(before, (draft) => disconnect(draft, connection)).design
}

const specOf = (d: Design, id: string) => d.elements[id]?.spec

describe('what a line can mean', () => {
  const graph = graphOf(
    design({
      task: of('task-definition'),
      role: of('iam-role'),
      bucket: of('s3-bucket'),
      table: of('dynamodb-table'),
      api: of('service'),
      main: of('cluster'),
      remark: of('note'),
    }),
  )
  const meaningsOf = (a: string, b: string) => candidates(graph, a, b).map((c) => c.meaning)

  test('is found in whichever direction it is drawn', () => {
    expect(meaningsOf('task', 'role')).toEqual(['task-role', 'execution-role'])
    expect(meaningsOf('role', 'task')).toEqual(['task-role', 'execution-role'])
    expect(candidates(graph, 'role', 'task')[0]).toMatchObject({ from: 'task', to: 'role' })
  })

  test('may be a line that no spec holds', () => {
    expect(meaningsOf('task', 'bucket')).toEqual(['calls', 'mounts'])
  })

  test('offers what nests, too', () => {
    expect(meaningsOf('main', 'api')).toEqual(['in-cluster'])
  })

  test('is anything for a note', () => {
    expect(meaningsOf('remark', 'table')).toEqual(['points-at'])
  })

  test('is refused in a sentence', () => {
    const said = (of: Graph, a: string, b: string) => english(refusal(of, a, b) ?? 'It can.')
    expect(said(graph, 'role', 'table')).toBe('Nothing connects an IAM role with a DynamoDB table directly.')
    const others = graphOf(
      design({ nat: of('nat-gateway'), topic: of('sns-topic'), secret: of('secret'), acl: of('web-acl') }),
    )
    expect(said(others, 'nat', 'topic')).toBe('Nothing connects a NAT gateway with an SNS topic directly.')
    expect(said(others, 'secret', 'acl')).toBe('Nothing connects a Secret with a Web ACL directly.')
    expect(said(graph, 'bucket', 'bucket')).toBe('An element can’t be connected to itself.')
    expect(refusal(graph, 'task', 'role')).toBeUndefined()
  })
})

describe('mounting an EFS file system', () => {
  const before = design({
    task: of('task-definition', { containerDefinitions: [{ name: 'web' }, { name: 'api' }] }),
    data: of('efs-file-system', { CreationToken: 'Shared data' }),
  })

  test('adds an encrypted volume, and a mount point to the container of the row', () => {
    expect(specOf(drawn(before, 'task', 'data', 'mounts', '/containerDefinitions/1'), 'task')).toEqual({
      containerDefinitions: [
        { name: 'web' },
        { name: 'api', mountPoints: [{ sourceVolume: 'shared-data', containerPath: '/mnt/shared-data' }] },
      ],
      volumes: [
        {
          name: 'shared-data',
          efsVolumeConfiguration: { fileSystemId: '@{data}', transitEncryption: 'ENABLED' },
        },
      ],
    })
  })

  test('to a second container adds only a mount point, and erasing takes back all of it', () => {
    const one = drawn(before, 'task', 'data', 'mounts', '/containerDefinitions/0')
    const two = drawn(one, 'task', 'data', 'mounts', '/containerDefinitions/1')
    expect(specOf(two, 'task')?.volumes).toHaveLength(1)
    expect(erased(two, 'task', 'data')).toEqual(before)
    expect(draw(two, 'task', 'data', 'mounts', '/containerDefinitions/1')).toBe(
      'Container “api” already mounts it.',
    )
  })

  test('says where it is mounted, and how', () => {
    const after = drawn(before, 'task', 'data', 'mounts')
    const [line] = graphOf(after).connections
    expect(line?.relation?.label?.(after.elements.task!.spec, line.pointer!)).toBe('/mnt/shared-data rw')
  })

  test('finds a free volume name', () => {
    const taken = design({
      ...before.elements,
      task: of('task-definition', { volumes: [{ name: 'shared-data' }] }),
    })
    expect(specOf(drawn(taken, 'task', 'data', 'mounts'), 'task')?.volumes).toEqual([
      { name: 'shared-data' },
      expect.objectContaining({ name: 'shared-data-2' }),
    ])
  })
})

describe('pulling an image', () => {
  const repo = of('ecr-repository', { repositoryName: 'orders' })
  const hub = of('image-registry', { host: 'docker.io' })
  const task = (...containerDefinitions: object[]) => of('task-definition', { containerDefinitions })

  test('goes to the first container without an image', () => {
    const before = design({ repo, task: task({ name: 'a', image: 'x:1' }, { name: 'b' }) })
    expect(specOf(drawn(before, 'task', 'repo', 'pulls'), 'task')?.containerDefinitions).toEqual([
      { name: 'a', image: 'x:1' },
      { name: 'b', image: '@{repo.uri}:latest' },
    ])
  })

  test('adds a container when every one has an image, and takes it away with the line', () => {
    const before = design({ repo, task: task({ name: 'a', image: 'x:1' }) })
    const after = drawn(before, 'task', 'repo', 'pulls')
    expect(specOf(after, 'task')?.containerDefinitions).toEqual([
      { name: 'a', image: 'x:1' },
      { name: 'repo', image: '@{repo.uri}:latest' },
    ])
    expect(erased(after, 'task', 'repo')).toEqual(before)
  })

  test('never overwrites an image that somebody typed', () => {
    const before = design({ repo, task: task({ name: 'a', image: 'x:1' }) })
    expect(draw(before, 'task', 'repo', 'pulls', '/containerDefinitions/0')).toBe(
      'Container “a” already has the image “x:1”. Clear it first.',
    )
  })

  test('from a registry keeps the repository and the tag, with and without the line', () => {
    const before = design({ hub, task: task({ name: 'a', image: 'nginx:1.27' }) })
    const after = drawn(before, 'task', 'hub', 'pulls', '/containerDefinitions/0')
    expect(specOf(after, 'task')?.containerDefinitions).toEqual([{ name: 'a', image: '@{hub}nginx:1.27' }])
    expect(erased(after, 'task', 'hub')).toEqual(before)
  })

  test.each([
    ['@{repo.uri}:1.4.2', 'pulls 1.4.2'],
    ['@{repo.uri}@sha256:0123456789abcdef0123456789abcdef', 'pulls sha256:01234567…'],
    ['@{repo.uri}', undefined],
  ])('%s is labelled %s', (image, label) => {
    const d = design({ repo, task: task({ name: 'a', image }) })
    const [line] = graphOf(d).connections
    const said = line?.relation?.label?.(d.elements.task!.spec, line.pointer!)
    expect(said && english(said)).toBe(label)
  })
})

describe('secrets and logs', () => {
  const task = of('task-definition', {
    containerDefinitions: [{ name: 'api', environment: [{ name: 'DB_PASSWORD', value: 'x' }] }],
  })

  test('a parameter becomes a variable with a name that is free', () => {
    const before = design({ task, db: of('ssm-parameter', { Name: '/prod/orders/db-password' }) })
    const after = drawn(before, 'task', 'db', 'reads')
    expect(specOf(after, 'task')?.containerDefinitions).toEqual([
      {
        name: 'api',
        environment: [{ name: 'DB_PASSWORD', value: 'x' }],
        secrets: [{ name: 'DB_PASSWORD_2', valueFrom: '@{db}' }],
      },
    ])
    expect(erased(after, 'task', 'db')).toEqual(before)
  })

  test('need a container', () => {
    const empty = design({ task: of('task-definition'), db: of('secret'), logs: of('log-group') })
    expect(draw(empty, 'task', 'db', 'reads')).toBe(
      'There is no container yet that could read it. Add one first.',
    )
    expect(draw(empty, 'task', 'logs', 'logs-to')).toBe(
      'There is no container yet that could log. Add one first.',
    )
  })

  test('a log group brings the awslogs driver with the design’s Region', () => {
    const before = design({ task, logs: of('log-group', { logGroupName: '/ecs/api' }) })
    const after = drawn(before, 'task', 'logs', 'logs-to')
    expect(specOf(after, 'task')?.containerDefinitions).toMatchObject([
      {
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': '@{logs}',
            'awslogs-region': 'eu-west-1',
            'awslogs-stream-prefix': 'ecs',
          },
        },
      },
    ])
    expect(erased(after, 'task', 'logs')).toEqual(before)
  })

  test('erasing keeps log options that somebody set', () => {
    const options = { 'awslogs-group': '@{logs}', mode: 'non-blocking' }
    const before = design({
      logs: of('log-group'),
      task: of('task-definition', {
        containerDefinitions: [{ logConfiguration: { logDriver: 'awslogs', options } }],
      }),
    })
    expect(specOf(erased(before, 'task', 'logs'), 'task')?.containerDefinitions).toEqual([
      { logConfiguration: { logDriver: 'awslogs', options: { mode: 'non-blocking' } } },
    ])
  })

  test('a log configuration that is there is left alone', () => {
    const logging = of('task-definition', {
      containerDefinitions: [{ name: 'api', logConfiguration: { logDriver: 'awslogs' } }],
    })
    const before = design({ task: logging, logs: of('log-group') })
    expect(draw(before, 'task', 'logs', 'logs-to', '/containerDefinitions/0')).toBe(
      'Container “api” already has a log configuration. Change it, or remove it first.',
    )
  })
})

describe('load balancing', () => {
  const tg = of('target-group', { Name: 'orders', Port: 8080 })

  test('a service registers the first mapped port of its task definition', () => {
    const before = design({
      api: of('service', { taskDefinition: '@{task}' }),
      task: of('task-definition', {
        containerDefinitions: [{ name: 'proxy' }, { name: 'web', portMappings: [{ containerPort: 3000 }] }],
      }),
      tg,
    })
    const after = drawn(before, 'api', 'tg', 'registers')
    expect(specOf(after, 'api')?.loadBalancers).toEqual([
      { targetGroupArn: '@{tg}', containerName: 'web', containerPort: 3000 },
    ])
    const line = graphOf(after).connections.find((c) => c.meaning === 'registers')
    expect(line?.relation?.label?.(after.elements.api!.spec, line.pointer!)).toBe('web:3000')
  })

  test('a load balancer reaches a service through a target group that the line brings', () => {
    const before = design({
      lb: of('application-load-balancer', { Name: 'orders' }),
      api: of('service', { serviceName: 'api', taskDefinition: '@{task}' }),
      task: of('task-definition', {
        containerDefinitions: [{ name: 'web', portMappings: [{ containerPort: 3000 }] }],
      }),
    })
    const after = drawn(before, 'lb', 'api', 'forwards')
    expect(after.elements['api-targets']).toMatchObject({ kind: 'target-group', spec: { TargetType: 'ip' } })
    expect(specOf(after, 'lb')?.Listeners).toMatchObject([
      { DefaultActions: [{ TargetGroupArn: '@{api-targets}' }] },
    ])
    expect(specOf(after, 'api')?.loadBalancers).toEqual([
      { targetGroupArn: '@{api-targets}', containerName: 'web', containerPort: 3000 },
    ])
    const network = drawn(
      design({ ...before.elements, lb: of('network-load-balancer') }),
      'lb',
      'api',
      'forwards',
    )
    expect(specOf(network, 'api-targets')?.Protocol).toBe('TCP')
  })

  test('without one, the port is the target group’s', () => {
    const after = drawn(design({ api: of('service'), tg }), 'api', 'tg', 'registers')
    expect(specOf(after, 'api')?.loadBalancers).toEqual([{ targetGroupArn: '@{tg}', containerPort: 8080 }])
  })

  test('the first target group brings an HTTP listener, the second a rule', () => {
    const before = design({
      lb: of('application-load-balancer'),
      tg,
      more: of('target-group', { Name: 'Carts' }),
    })
    const one = drawn(before, 'lb', 'tg', 'forwards')
    expect(specOf(one, 'lb')?.Listeners).toEqual([
      { Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{tg}' }] },
    ])
    const two = drawn(one, 'lb', 'more', 'forwards')
    expect(specOf(two, 'lb')?.Listeners).toMatchObject([
      {
        Rules: [
          {
            Priority: 1,
            Conditions: [{ Field: 'path-pattern', Values: ['/carts/*'] }],
            Actions: [{ Type: 'forward', TargetGroupArn: '@{more}' }],
          },
        ],
      },
    ])
    const labels = graphOf(two).connections.map((c) => c.relation?.label?.(two.elements.lb!.spec, c.pointer!))
    expect(labels).toEqual(['HTTP 80', 'HTTP 80 /carts/*'])
    expect(erased(erased(two, 'lb', 'more'), 'lb', 'tg')).toEqual(before)
  })

  test('a listener that was there stays when its line goes', () => {
    const lb = of('application-load-balancer', { Listeners: [{ Protocol: 'HTTPS', Port: 443 }] })
    const before = design({ lb, tg })
    expect(erased(drawn(before, 'lb', 'tg', 'forwards'), 'lb', 'tg')).toEqual(before)
  })

  test('a Network Load Balancer gets a listener for each, as ports allow', () => {
    const before = design({ lb: of('network-load-balancer'), tg, more: of('target-group', { Port: 8080 }) })
    const one = drawn(before, 'lb', 'tg', 'forwards')
    expect(specOf(one, 'lb')?.Listeners).toMatchObject([{ Protocol: 'TCP', Port: 8080 }])
    expect(draw(one, 'lb', 'more', 'forwards')).toBe(
      'There is a listener on port 8080 already. Add one on another port first.',
    )
  })

  test('a Gateway Load Balancer gets one listener, without a port, for one target group', () => {
    const before = design({ lb: of('gateway-load-balancer'), tg, more: of('target-group') })
    const one = drawn(before, 'lb', 'tg', 'forwards')
    expect(specOf(one, 'lb')?.Listeners).toEqual([
      { DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{tg}' }] },
    ])
    expect(draw(one, 'lb', 'more', 'forwards')).toMatch(/one target group only/)
    expect(erased(one, 'lb', 'tg')).toEqual(before)
  })
})

test('a list takes a subnet once', () => {
  const one = drawn(design({ api: of('service'), sub: of('subnet') }), 'api', 'sub', 'in-network')
  expect(specOf(one, 'api')?.networkConfiguration).toEqual({ awsvpcConfiguration: { subnets: ['@{sub}'] } })
  expect(draw(one, 'api', 'sub', 'in-network')).toBe('They are connected already.')
})

test('a line that no spec holds is stored, and erased', () => {
  const before = design({ people: of('users'), lb: of('application-load-balancer') })
  const after = drawn(before, 'people', 'lb', 'traffic')
  expect(after.connections).toEqual({ 'people-traffic-lb': { from: 'people', to: 'lb', meaning: 'traffic' } })
  expect(erased(after, 'people', 'lb')).toEqual(before)
})

describe('placing', () => {
  const elements = {
    main: of('cluster'),
    api: of('service', { cluster: '@{main}', taskDefinition: '@{task}' }),
    task: of('task-definition'),
    other: of('task-definition'),
    repo: of('ecr-repository'),
  }
  const graph = graphOf(design(elements))
  const reason = (id: string, kind: string, frame: string) => {
    const answer = placement(graph, { id, kind }, frame)
    return answer.ok ? undefined : english(answer.reason)
  }

  test('says why it can’t be', () => {
    expect(reason('repo', 'ecr-repository', 'main')).toBe('An ECR repository can’t be placed in a Cluster.')
    expect(reason('main', 'cluster', 'api')).toBe('An element can’t be placed in itself.')
    expect(reason('other', 'task-definition', 'api')).toMatch(/already runs another task definition\.$/)
    expect(reason('task', 'task-definition', 'api')).toBeUndefined()
  })

  const moved = (before: Design, id: string, frame: string | undefined): Design =>
    edit(before, (draft) => {
      expect(reparent(draft, graphOf(before), id, frame)).toBeUndefined()
    }).design

  test('a service that is dragged out of its cluster no longer names it', () => {
    const after = moved(design(elements), 'api', undefined)
    expect(specOf(after, 'api')).toEqual({ taskDefinition: '@{task}' })
    expect(specOf(moved(after, 'api', 'main'), 'api')).toEqual({
      taskDefinition: '@{task}',
      cluster: '@{main}',
    })
  })

  test('one that is put into a frame within the cluster still does', () => {
    const before = design({ ...elements, box: of('frame', {}, { inside: 'main' }) })
    const after = moved({ ...before, elements: { ...before.elements, main: of('region') } }, 'api', 'box')
    expect(after.elements.api).toMatchObject({ inside: 'box' })
    const kept = moved(before, 'api', 'box')
    expect(specOf(kept, 'api')?.cluster).toBe('@{main}')
    expect(graphOf(kept).parent.get('api')).toBe('box')
    expect(specOf(moved(kept, 'api', undefined), 'api')?.cluster).toBeUndefined()
  })

  test('a subnet keeps its VPC when it is put into a zone of it', () => {
    const before = design({
      net: of('vpc'),
      zone: of('availability-zone', {}, { inside: 'net' }),
      sub: of('subnet', { VpcId: '@{net}' }),
    })
    const inZone = moved(before, 'sub', 'zone')
    expect(specOf(inZone, 'sub')).toEqual({ VpcId: '@{net}', AvailabilityZone: '@{zone}' })
    expect(specOf(moved(inZone, 'sub', 'net'), 'sub')).toEqual({ VpcId: '@{net}' })
    expect(specOf(moved(inZone, 'sub', undefined), 'sub')).toEqual({})
  })
})

describe('removing elements', () => {
  const removed = (before: Design, ...ids: string[]): Design =>
    edit(before, (draft) => removeElements(draft, graphOf(before), new Set(ids))).design

  test('takes a reference out of any member, whatever its name', () => {
    const spec = JSON.parse('{"__proto__":"queue @{queue}"}')
    const before = design({ odd: of('quantum-node', spec), queue: of('sqs-queue') })
    expect(JSON.stringify(removed(before, 'queue').elements.odd?.spec)).toBe('{"__proto__":"queue "}')
  })

  test('takes every reference to them', () => {
    const before = design(
      {
        task: of('task-definition', {
          family: 'orders',
          taskRoleArn: '@{role}',
          containerDefinitions: [
            {
              name: 'api',
              image: '@{repo.uri}:1',
              mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
              secrets: [
                { name: 'A', valueFrom: '@{secret}' },
                { name: 'B', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/b' },
                { name: 'C', valueFrom: '@{secret}' },
              ],
            },
          ],
          volumes: [
            { name: 'data', efsVolumeConfiguration: { fileSystemId: '@{data}' } },
            { name: 'scratch' },
          ],
        }),
        role: of('iam-role'),
        repo: of('ecr-repository'),
        secret: of('secret'),
        data: of('efs-file-system'),
        remark: of('note', {}, { inside: 'box' }),
        box: of('frame'),
      },
      { arrow: { from: 'remark', to: 'role', meaning: 'points-at' } },
    )
    const after = removed(before, 'role', 'repo', 'secret', 'data', 'box')
    expect(after.elements).toEqual({
      task: of('task-definition', {
        family: 'orders',
        containerDefinitions: [
          {
            name: 'api',
            secrets: [{ name: 'B', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/b' }],
          },
        ],
        volumes: [{ name: 'scratch' }],
      }),
      remark: of('note'),
    })
    expect(after.connections).toEqual({})
  })

  test('cuts a reference that no relation explains out of its text', () => {
    const before = design({
      task: of('task-definition', {
        containerDefinitions: [{ environment: [{ name: 'QUEUE', value: 'https://x/@{queue.name}/y' }] }],
      }),
      queue: of('sqs-queue'),
    })
    expect(specOf(removed(before, 'queue'), 'task')?.containerDefinitions).toEqual([
      { environment: [{ name: 'QUEUE', value: 'https://x//y' }] },
    ])
  })

  test('takes the right entries where one erased line takes another along', () => {
    const entry = (name: string) => ({
      advancedConfiguration: { alternateTargetGroupArn: `@{${name}-green}` },
      targetGroupArn: `@{${name}}`,
    })
    const before = design({
      api: of('service', { loadBalancers: [entry('a'), entry('b')] }),
      ...Object.fromEntries(['a', 'b', 'a-green', 'b-green'].map((id) => [id, of('target-group')])),
    })
    expect(specOf(removed(before, 'a', 'a-green'), 'api')).toEqual({ loadBalancers: [entry('b')] })
  })
})
