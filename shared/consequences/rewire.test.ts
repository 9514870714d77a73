import { describe, expect, it } from 'vitest'
import type { Element } from '../design/design'
import { type Design, emptyDesign } from '../design/design'
import { graphOf } from '../graph/graph'
import { container, fargateTask } from '../rules/examples'
import { drawLine } from './draw-line'
import { grow, insertion, type Rewiring, retarget } from './rewire'

const design: Design = {
  ...emptyDesign('rewire'),
  elements: {
    users: { kind: 'users', label: 'Users', spec: {} },
    front: {
      kind: 'application-load-balancer',
      spec: { Name: 'front', Listeners: [{ Protocol: 'HTTP', Port: 80 }] },
    },
    web: { kind: 'service', spec: { serviceName: 'web', taskDefinition: '@{task}', desiredCount: 2 } },
    task: fargateTask({
      containerDefinitions: [
        container({ name: 'app', portMappings: [{ containerPort: 8080 }] }),
        container({ name: 'log', image: '@{images.uri}:1.2', essential: false }),
      ],
    }) as Element,
    images: { kind: 'ecr-repository', spec: { repositoryName: 'images' } },
    others: { kind: 'ecr-repository', spec: { repositoryName: 'others' } },
    jobs: { kind: 'sqs-queue', spec: { QueueName: 'jobs' } },
    done: { kind: 'sqs-queue', spec: { QueueName: 'done' } },
    events: { kind: 'sns-topic', spec: { TopicName: 'events' } },
  },
  connections: {
    opens: { from: 'users', to: 'web', meaning: 'traffic', label: 'HTTPS' },
    sends: { from: 'task', to: 'jobs', meaning: 'calls', label: 'orders' },
  },
}

const lineOf = (from: string, to: string) =>
  graphOf(design).connections.find((line) => line.from === from && line.to === to)!

function drawn({ candidate, row, first }: Rewiring): Design {
  const line = drawLine(design, candidate, row, first)
  if ('refused' in line) throw new Error('refused')
  return line.design
}

describe('a line to a new element', () => {
  const at = () => ({ x: 400, y: 40 })

  it('places it and connects it, in one change', () => {
    const { made, ways } = grow(design, 'task', { kind: 'dynamodb-table', over: undefined, at })
    const after = drawn(ways[0]!)
    expect(after.layout[made]).toEqual({ x: 400, y: 40 })
    expect(Object.values(after.connections)).toContainEqual({ from: 'task', to: made, meaning: 'calls' })
  })

  it('writes the reference into the row that it was drawn from', () => {
    const { made, ways } = grow(
      design,
      'task',
      { kind: 'log-group', over: undefined, at },
      '/containerDefinitions/1',
    )
    const { spec } = drawn(ways[0]!).elements.task!
    expect(JSON.stringify((spec.containerDefinitions as unknown[])[1])).toContain(`@{${made}`)
    expect(JSON.stringify((spec.containerDefinitions as unknown[])[0])).not.toContain(`@{${made}`)
  })

  it('goes on from where it was drawn, between two of one kind', () => {
    const { made, ways } = grow(design, 'jobs', { kind: 'sqs-queue', over: undefined, at })
    expect(ways.map(({ candidate }) => [candidate.from, candidate.to])).toEqual([['jobs', made]])
  })

  it('draws what belongs inside there, without a place of its own', () => {
    const bare = { ...design, elements: { ...design.elements, bare: { kind: 'service', spec: {} } } }
    const { made, ways } = grow(bare, 'bare', { kind: 'task-definition', over: undefined, at })
    const line = drawLine(bare, ways[0]!.candidate, undefined, ways[0]!.first)
    if ('refused' in line) throw new Error('refused')
    expect(graphOf(line.design).parent.get(made)).toBe('bare')
    expect(line.design.layout[made]).toBeUndefined()
  })
})

describe('a line with another end', () => {
  it('keeps what stands around the reference', () => {
    const after = drawn(retarget(design, lineOf('task', 'images'), 'to', 'others')[0]!)
    const containers = after.elements.task!.spec.containerDefinitions as { image?: string }[]
    expect(containers[1]!.image).toBe('@{others.uri}:1.2')
  })

  it('keeps the words of a line that is stored', () => {
    const after = drawn(retarget(design, lineOf('task', 'jobs'), 'to', 'done')[0]!)
    expect(Object.values(after.connections)).toContainEqual({
      from: 'task',
      to: 'done',
      meaning: 'calls',
      label: 'orders',
    })
    expect(after.connections.sends).toBeUndefined()
  })

  it('means something else where it has to', () => {
    const ways = retarget(design, lineOf('users', 'web'), 'to', 'front')
    expect(ways[0]!.candidate.meaning).toBe('traffic')
  })

  it('is none where nothing connects the two', () => {
    expect(retarget(design, lineOf('task', 'images'), 'to', 'users')).toEqual([])
    expect(retarget(design, lineOf('task', 'images'), 'to', 'images')).toEqual([])
  })
})

describe('an element dropped on a line', () => {
  const put = (from: string, to: string, id: string) => insertion(design, [lineOf(from, to)], 'to', id)

  it('takes its place between the two ends', () => {
    const after = graphOf(drawn(put('users', 'web', 'front')!))
    const pairs = after.connections.map(({ from, to }) => `${from} ${to}`)
    expect(pairs).toContain('users front')
    expect(pairs).not.toContain('users web')
    // The load balancer reaches the service through a target group of its own.
    expect(pairs).toContain('web web-targets')
  })

  it('fits a topic between a task and its queue', () => {
    const after = graphOf(drawn(put('task', 'jobs', 'events')!))
    const pairs = after.connections.map(({ from, to, meaning }) => `${from} ${meaning} ${to}`)
    expect(pairs).toContain('task calls events')
    expect(pairs).toContain('events feeds jobs')
    expect(pairs).not.toContain('task calls jobs')
  })

  it('is left alone where one half can’t stand, and on lines that nothing flows along', () => {
    expect(put('users', 'web', 'images')).toBeUndefined()
    expect(put('task', 'images', 'jobs')).toBeUndefined()
  })
})
