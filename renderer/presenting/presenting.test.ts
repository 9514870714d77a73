/** What is stepped through, and that nothing of the app changes meanwhile. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Design, Pin } from '../../shared/design/design'
import { edit } from '../../shared/design/edit'
import { approve } from '../../shared/review/approvals'
import { compareDesigns } from '../../shared/review/compare/comparison'
import { container, drawing, element, fargateTask, link } from '../../shared/rules/examples'
import { english } from '../../shared/texts/text'
import { enabled, usableNow } from '../commands/command'
import { command } from '../commands/commands'
import { hiddenAtFirst } from '../compare/comparing'
import { type TestApp, testApp } from '../testing/app'
import { choose, leave, present, step } from './present'
import { presentingState } from './presenting-state'
import { firstProgramme, offersOf, showOf } from './programmes'
import { litBy, lookedAt, viewFor } from './sight'

const at = '2026-11-26T10:00:00.000Z'
const thread = (pin: Pin, rest = {}) => ({
  ...{ kind: 'question', pin, comments: { c: { author: 'Ana', written: at, text: 'Why?' } } },
  ...rest,
})

/** Users, a load balancer, a target group, a service and its task. */
const shop: Design = {
  ...drawing(
    {
      users: element('users', {}, { label: 'People' }),
      alb: element('application-load-balancer', {
        Name: 'front',
        Listeners: [
          { Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{tg}' }] },
        ],
      }),
      tg: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80, TargetType: 'ip' }),
      web: element('service', {
        serviceName: 'web',
        taskDefinition: '@{task}',
        loadBalancers: [{ targetGroupArn: '@{tg}', containerName: 'web', containerPort: 80 }],
      }),
      task: fargateTask({ containerDefinitions: [container({ portMappings: [{ containerPort: 80 }] })] }),
    },
    { asks: link('users', 'traffic', 'alb') },
  ),
  layout: { users: { x: 0, y: 0 }, alb: { x: 400, y: 0 }, web: { x: 800, y: 0 } },
}

const threads = {
  late: thread({ element: 'web' }),
  early: thread({ element: 'users' }),
  done: thread({ element: 'alb' }, { resolved: { author: 'Ana', at } }),
  lost: thread({ element: 'gone', named: 'queue' }),
}

async function opened(design: Design): Promise<TestApp> {
  const app = await testApp()
  app.load(design, { name: 'shop.fairlead' })
  return app
}

afterEach(leave)

const stateOf = (app: TestApp) => app.store.getState()
const show = (app: TestApp, programme: Parameters<typeof showOf>[1]) =>
  showOf(stateOf(app), programme, english)
const approved = (design: Design) =>
  edit(design, (draft) => approve(draft, design, { id: 'first', by: { author: 'Ben', at } })).design
const larger = (design: Design) =>
  edit(design, ({ elements }) => {
    if (elements.task) elements.task.spec.memory = '1024'
  }).design

describe('what is offered', () => {
  test('are threads, changes, and each way of a request by its name', async () => {
    const app = await opened({ ...shop, threads })
    expect(offersOf(stateOf(app), english).map(({ label }) => label)).toEqual([
      'Open threads (3)',
      'Changes',
      'Request path: People → web',
    ])
  })

  test('begins with what there is to talk about', async () => {
    expect(firstProgramme(stateOf(await opened({ ...shop, threads })), english)).toBe('threads')
    expect(firstProgramme(stateOf(await opened(larger(approved(shop)))), english)).toBe('changes')
    expect(firstProgramme(stateOf(await opened(approved(shop))), english)).toBe('path:users>alb>tg>web')
    expect(firstProgramme(stateOf(await opened(drawing({}))), english)).toBe('threads')
  })
})

describe('steps', () => {
  test('are the open threads as N goes through them', async () => {
    const { steps } = show(await opened({ ...shop, threads }), 'threads')
    expect(steps.map(({ key }) => key)).toEqual(['early', 'late', 'lost'])
  })

  test('are the changes since the last approval', async () => {
    const found = show(await opened(larger(approved(shop))), 'changes')
    expect(found.is).toBe('changes')
    expect(found.steps).toMatchObject([{ change: { ids: ['task'], status: 'changed' } }])
  })

  test('are those of the comparison that is open, without what is left out of it', async () => {
    const app = await opened(larger(shop))
    const comparison = compareDesigns(shop, larger(shop))
    const comparing = {
      comparison,
      sides: comparison,
      nesting: 'logical',
      hidden: hiddenAtFirst,
      names: { before: 'main', after: 'now' },
    }
    app.patch({ comparing: comparing as never })
    expect(firstProgramme(stateOf(app), english)).toBe('changes')
    expect(offersOf(stateOf(app), english)[1]?.label).toBe('Changes since main (1)')
    expect(show(app, 'changes').steps).toHaveLength(1)
  })

  test('are none where nothing was approved, and on a way that is gone', async () => {
    const app = await opened(shop)
    expect(show(app, 'changes')).toMatchObject({ is: 'no-changes', steps: [] })
    expect(show(app, 'path:gone')).toMatchObject({ is: 'path', steps: [] })
    expect(show(app, 'path:users>alb>tg>web').steps).toHaveLength(6)
  })
})

describe('a step', () => {
  test('rings its own row, numbers the way, and lights only what is on it', async () => {
    const found = show(
      await opened({ ...shop, elements: { ...shop.elements, queue: element('sqs-queue') } }),
      'path:users>alb>tg>web',
    )
    const listener = found.steps[2]
    const lit = litBy(found, listener, 'logical')
    const alb = found.scene.byId.get('alb')
    expect(lit?.rings).toHaveLength(1)
    expect(lit?.rings[0]?.rect.height).toBeLessThan(alb?.rect.height ?? 0)
    expect(lit?.numbers.map(({ number, current }) => (current ? -number : number))).toEqual([
      1, 2, -3, 4, 5, 6,
    ])
    expect([...(lit?.scene?.byId.keys() ?? [])].sort()).toEqual(['alb', 'task', 'users', 'web'])
    expect(lit?.scene?.lines.map(({ from, to }) => `${from} ${to}`)).toContain('users alb')
    // Every step of a way has the same picture below its ring.
    expect(litBy(found, found.steps[0], 'logical')?.scene).toBe(lit?.scene)
  })

  test('about nothing that is drawn leaves the drawing as it is, and shows all of it', async () => {
    const found = show(await opened({ ...shop, threads }), 'threads')
    const lost = found.steps[2]
    expect(litBy(found, lost, 'logical')).toBeUndefined()
    expect(lookedAt(found, lost, 'logical')).toBe(found.scene.bounds)
  })

  test('at a point of the canvas shows the nearest element with it', async () => {
    const far = {
      point: thread({ x: 2000, y: 30 }),
      region: thread({ x: 500, y: 900, width: 10, height: 10 }),
    }
    const found = show(await opened({ ...shop, threads: far }), 'threads')
    const rects = Object.fromEntries(found.steps.map((one) => [one.key, lookedAt(found, one, 'logical')]))
    expect(litBy(found, found.steps[0], 'logical')).toMatchObject({ rings: [{}] })
    expect(litBy(found, found.steps[0], 'logical')).not.toHaveProperty('scene')
    const [task, alb] = ['task', 'alb'].map((id) => found.scene.byId.get(id)?.rect)
    expect(rects.point?.x).toBe(task?.x)
    expect(rects.region?.y).toBe(alb?.y)
    expect(
      viewFor(rects.region ?? found.scene.bounds, { width: 1440, height: 700 }, false).zoom,
    ).toBeLessThan(1)
  })

  test('is in the middle of what the strip leaves free, never larger than can be read well', () => {
    const rect = { x: 100, y: 100, width: 100, height: 50 }
    const { x, y, zoom } = viewFor(rect, { width: 1000, height: 600 }, false)
    expect(zoom).toBe(1.6)
    expect([150 * zoom + x, 125 * zoom + y]).toEqual([500, 300])
    expect(viewFor({ ...rect, width: 10_000 }, { width: 1000, height: 600 }, true).zoom).toBeCloseTo(
      0.0926,
      3,
    )
  })
})

describe('presenting', () => {
  test('goes from step to step and stays at the ends; what is chosen begins anew', async () => {
    const app = await opened({ ...shop, threads })
    const where = () => presentingState.getState().now?.at
    present(app)
    step('previous', 3)
    expect(where()).toBe(0)
    step('last', 3)
    step('next', 3)
    expect(where()).toBe(2)
    step('first', 3)
    step('next', 3)
    expect(where()).toBe(1)
    choose('path:users>alb>tg>web')
    expect(presentingState.getState().now).toEqual({ programme: 'path:users>alb>tg>web', at: 0 })
  })

  test('leaves design, selection and panels alone, and lets no other command in', async () => {
    const app = await opened({ ...shop, threads })
    app.select(['web'])
    app.patch({ bottomTab: 'problems' })
    const before = stateOf(app)
    void command('present.start').run(app)
    expect(enabled(command('edit.undo'), app)).toBe(false)
    expect(usableNow(command('edit.delete'), app)).toBe(
      'It can’t be used during a presentation. Press Esc to end it.',
    )
    step('next', 3)
    leave()
    expect(presentingState.getState().now).toBeUndefined()
    const { overlay: _, change: __, ...after } = stateOf(app)
    expect(before).toMatchObject(after)
  })
})
