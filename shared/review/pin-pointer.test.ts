import { describe, expect, test } from 'vitest'
import { type Design, emptyDesign } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { element } from '../rules/examples'
import { followPins, keptPointer, pinNow } from './pin-pointer'
import { startThread } from './threads'

const [proxy, api, logs] = ['proxy', 'api', 'logs'].map((name) => ({ name, cpu: 64 }))
const spec = (...containerDefinitions: readonly unknown[]) => ({ family: 'orders', containerDefinitions })
const CPU = '/containerDefinitions/name=api/cpu'

type Spec = Design['elements'][string]['spec']
const drawn = (task: Spec): Design => ({
  ...emptyDesign('Orders'),
  elements: { task: element('task-definition', task) },
})

describe('a pin on a field of the second container', () => {
  const asked = edit(drawn(spec(proxy, api)), (draft) =>
    startThread(draft, {
      ...{ id: 't', comment: 'c', kind: 'question', text: 'Enough?' },
      pin: { element: 'task', pointer: '/containerDefinitions/1/cpu' },
      by: { author: 'Ada', at: '2026-11-26T09:00:00.000Z' },
    }),
  ).design
  const place = ({ elements, threads }: Design, task: Spec) =>
    pinNow({ elements: { ...elements, task: element('task-definition', task) } }, threads!.t!.pin).pointer

  test('names the container', () => {
    expect(asked.threads?.t?.pin.pointer).toBe(CPU)
  })

  test('stays on it when the one before goes, another comes, and all are reordered', () => {
    expect(place(asked, spec(proxy, api))).toBe('/containerDefinitions/1/cpu')
    expect(place(asked, spec(api))).toBe('/containerDefinitions/0/cpu')
    expect(place(asked, spec(logs, proxy, api))).toBe('/containerDefinitions/2/cpu')
    expect(place(asked, spec(api, logs, proxy))).toBe('/containerDefinitions/0/cpu')
  })

  test('is on the nearest part that is left when the container goes', () => {
    expect(place(asked, spec(proxy, logs))).toBe('/containerDefinitions')
    expect(place(asked, { family: 'orders' })).toBe('/containerDefinitions')
  })

  test('is on a field that has no value as well as on one that has', () => {
    expect(place(asked, spec({ name: 'api' }))).toBe('/containerDefinitions/0/cpu')
  })

  test('is left alone when the element goes', () => {
    const { pin } = asked.threads!.t!
    expect(pinNow({ elements: {} }, pin)).toBe(pin)
  })
})

test('a pin of the same design is the same object', () => {
  const design = drawn(spec(api))
  const pin = { element: 'task', pointer: CPU }
  expect(pinNow(design, pin)).toBe(pinNow(design, pin))
})

test.each([
  ['an index', '/containerDefinitions/0/cpu', '/containerDefinitions/0/cpu'],
  ['an index of nothing', '/containerDefinitions/7/cpu', '/containerDefinitions'],
  ['a member of no list', '/family', '/family'],
  ['a member that is not there', '/runtimePlatform/cpuArchitecture', '/runtimePlatform/cpuArchitecture'],
  ['a name that is no item', '/containerDefinitions/name=web', '/containerDefinitions'],
  ['an inherited member', '/containerDefinitions/length', '/containerDefinitions'],
])('a pin on %s has a place', (_, pointer, now) => {
  expect(pinNow(drawn(spec(api)), { element: 'task', pointer }).pointer).toBe(now)
})

test('what can’t be told apart keeps its index, and naming twice changes nothing', () => {
  const numbers = { restartPolicy: { enabled: true, ignoredExitCodes: [1, 0] } }
  const task = spec(api, { ...logs, command: ['sh', '-c'], ...numbers })
  const named = {
    '/containerDefinitions/1/command/1': '/containerDefinitions/name=logs/command/1',
    '/containerDefinitions/1/restartPolicy/ignoredExitCodes/0':
      '/containerDefinitions/name=logs/restartPolicy/ignoredExitCodes/0',
    '/cpu': '/cpu',
  }
  for (const [pointer, kept] of Object.entries(named)) {
    expect(keptPointer(task, pointer)).toBe(kept)
    expect(keptPointer(task, kept)).toBe(kept)
    expect(pinNow(drawn(task), { element: 'task', pointer: kept }).pointer).toBe(pointer)
  }
  expect(keptPointer(spec(api, api), '/containerDefinitions/1')).toBe('/containerDefinitions/1')
})

describe('an edit takes the pins of the element with it', () => {
  const edited = (pointer: string, before: Spec, recipe: (task: DesignDraft['elements'][string]) => void) => {
    const pinned = {
      ...drawn(before),
      threads: { t: { kind: 'note', pin: { element: 'task', pointer }, comments: {} } },
    }
    const changed = edit(pinned, (draft) => recipe(draft.elements.task!)).design
    const follow = followPins(pinned, changed)
    return (follow ? edit(changed, follow).design : changed).threads?.t?.pin.pointer
  }
  const containers = (task: DesignDraft['elements'][string]) =>
    task.spec.containerDefinitions as { name: string; command?: unknown[]; cpu?: number }[]

  test('a container that gets another name', () => {
    const rename = edited(CPU, spec(proxy, api), (task) => {
      containers(task)[1]!.name = 'web'
    })
    expect(rename).toBe('/containerDefinitions/name=web/cpu')
  })

  test('a name that two containers have while it is typed', () => {
    const [first, second] = ['name=api', '1'].map((name) => `/containerDefinitions/${name}/cpu`) as [
      string,
      string,
    ]
    const both = edited(first, spec({ name: 'ap' }, api), (task) => {
      containers(task)[1]!.name = 'ap'
    })
    expect(both).toBe(second)
    const one = edited(second, spec({ name: 'ap' }, { name: 'ap' }), (task) => {
      containers(task)[1]!.name = 'app'
    })
    expect(one).toBe('/containerDefinitions/name=app/cpu')
  })

  test('items without names, as far as they are the same', () => {
    const command = '/containerDefinitions/name=api/command/1'
    const moved = edited(command, spec({ ...api, command: ['a', 'b', 'c'] }), (task) => {
      containers(task)[0]!.command?.shift()
    })
    expect(moved).toBe('/containerDefinitions/name=api/command/0')
  })

  test.each<[string, Parameters<typeof edited>[2]]>([
    ['goes', (task) => containers(task).pop()],
    ['goes as another one comes', (task) => containers(task).splice(0, 2, { name: 'a' }, { name: 'proxy' })],
    ['gets another CPU size', (task) => Object.assign(containers(task)[1]!, { cpu: 128 })],
    ['gets another place', (task) => containers(task).reverse()],
  ])('one that %s has no other', (_, recipe) => {
    expect(edited(CPU, spec(proxy, api), recipe)).toBe(CPU)
  })
})
