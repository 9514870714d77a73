import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { parseDesign, serialize } from '../design/serialize'
import { container, drawing, element, fargateTask } from '../rules/examples'
import { mergeDesigns } from './merge'
import { conflictPlace, settleAll, settleConflict } from './settle'

const base = drawing({
  task: fargateTask({
    containerDefinitions: [
      container({ name: 'api', environment: [{ name: 'LOG', value: 'info' }] }),
      container({ name: 'proxy', essential: false }),
    ],
  }),
  queue: element('sqs-queue', { QueueName: 'work' }),
})
const queue = element('sqs-queue', { QueueName: 'work' })

type Recipe = (draft: DesignDraft) => void

const changed = (recipe: Recipe): Design => edit(base, recipe).design
const merge = (ours: Recipe, theirs: Recipe) => mergeDesigns(base, changed(ours), changed(theirs))

/** What a draft's task holds; the specs of examples are of no certain type. */
// biome-ignore lint/suspicious/noExplicitAny: as above
const task = (draft: DesignDraft): any => draft.elements.task?.spec

describe('what only one side changed is taken from it', () => {
  test('members of one element', () => {
    const { design, conflicts } = merge(
      (draft) => {
        task(draft).cpu = '1024'
      },
      (draft) => {
        task(draft).memory = '4096'
      },
    )
    expect(conflicts).toEqual({})
    expect(design.elements.task?.spec).toMatchObject({ cpu: '1024', memory: '4096' })
    expect(design.conflicts).toBeUndefined()
  })

  test('containers and variables, by their names', () => {
    const { design, conflicts } = merge(
      (draft) => {
        task(draft).containerDefinitions.unshift(container({ name: 'init', essential: false }))
        task(draft).containerDefinitions[1].environment.push({ name: 'A', value: '1' })
      },
      (draft) => {
        task(draft).containerDefinitions[0].environment.push({ name: 'B', value: '2' })
        task(draft).containerDefinitions.pop()
      },
    )
    expect(conflicts).toEqual({})
    const containers = task(design as DesignDraft).containerDefinitions
    expect(containers.map(({ name }: { name: string }) => name)).toEqual(['init', 'api'])
    expect(containers[1].environment.map(({ name }: { name: string }) => name)).toEqual(['LOG', 'A', 'B'])
  })
})

describe('what both changed in different ways', () => {
  const image = (value: string): Recipe => {
    return (draft) => {
      task(draft).containerDefinitions[0].image = value
    }
  }

  test('is a conflict; the design holds ours and stays readable', () => {
    const { design, conflicts } = merge(image('nginx:1.28'), image('nginx:1.29'))
    expect(conflicts).toEqual({
      'task-api-image': {
        of: 'element',
        id: 'task',
        pointer: '/spec/containerDefinitions/name=api/image',
        base: 'public.ecr.aws/nginx/nginx:1.27',
        ours: 'nginx:1.28',
        theirs: 'nginx:1.29',
      },
    })
    expect(design.conflicts).toEqual(conflicts)
    expect(parseDesign(serialize(design))).toEqual({ ok: true, value: design })
  })

  test('is settled in its place, wherever that is by now', () => {
    const { design } = merge(image('nginx:1.28'), image('nginx:1.29'))
    const later = edit(design, (draft) => {
      task(draft).containerDefinitions.reverse()
    }).design
    const conflict = later.conflicts?.['task-api-image']
    expect(conflict && conflictPlace(later, conflict)).toBe(
      '/elements/task/spec/containerDefinitions/1/image',
    )
    const settled = settleConflict(later, 'task-api-image', 'theirs')
    expect(task(settled as DesignDraft).containerDefinitions[1].image).toBe('nginx:1.29')
    expect(settled).not.toHaveProperty('conflicts')
  })

  test('an element that one side deleted and the other changed stays until that is settled', () => {
    const { design, conflicts } = merge(
      (draft) => {
        delete draft.elements.queue
      },
      (draft) => {
        if (draft.elements.queue) draft.elements.queue.spec.VisibilityTimeout = '60'
      },
    )
    expect(Object.keys(conflicts)).toEqual(['queue'])
    expect(design.elements.queue?.spec).toMatchObject({ VisibilityTimeout: '60' })
    expect(settleAll(design, 'ours').elements).not.toHaveProperty('queue')
    expect(settleAll(design, 'theirs').elements).toHaveProperty('queue')
  })
})

describe('what leads to something', () => {
  test('an element that one side deleted and the other came to use stays, with a question', () => {
    const { design, conflicts } = merge(
      (draft) => {
        delete draft.elements.queue
        delete draft.layout.queue
      },
      (draft) => {
        task(draft).taskRoleArn = '@{queue}'
      },
    )
    expect(conflicts).toMatchObject({ queue: { of: 'element', id: 'queue', pointer: '', theirs: queue } })
    expect(design.elements.queue).toEqual(queue)
    const deleted = settleAll(design, 'ours')
    expect(deleted.elements).not.toHaveProperty('queue')
    expect(deleted.elements.task?.spec).not.toHaveProperty('taskRoleArn')
  })

  test('the same id for different things: theirs gets another one, and what names it follows', () => {
    const add =
      (kind: string, spec: Record<string, unknown>): Recipe =>
      (draft) => {
        draft.elements.new = element(kind, spec)
        draft.elements.note = { kind: 'note', spec: { text: '@{new}' }, inside: 'new' }
        draft.layout.new = { x: spec.QueueName ? 1 : 2, y: 0 }
        draft.connections.line = { from: 'new', to: 'task', meaning: spec.QueueName ? 'calls' : 'triggers' }
      }
    const { design, conflicts } = merge(add('sqs-queue', { QueueName: 'a' }), add('sns-topic', { Name: 'b' }))
    expect(conflicts).toEqual({})
    expect(design.elements['new-2']).toEqual(element('sns-topic', { Name: 'b' }))
    expect(design.elements['note-2']).toMatchObject({ spec: { text: '@{new-2}' }, inside: 'new-2' })
    expect(design.layout).toMatchObject({ new: { x: 1 }, 'new-2': { x: 2 } })
    expect(design.connections).toMatchObject({ line: { from: 'new' }, 'line-2': { from: 'new-2' } })
  })

  test('the same thing added on both sides is one thing', () => {
    const add =
      (timeout: string): Recipe =>
      (draft) => {
        draft.elements.dead = element('sqs-queue', { QueueName: 'dead', VisibilityTimeout: timeout })
      }
    const { design, conflicts } = merge(add('30'), add('60'))
    expect(Object.keys(design.elements)).toEqual(['task', 'queue', 'dead'])
    expect(Object.keys(conflicts)).toEqual(['dead-visibilitytimeout'])
  })
})

describe('places', () => {
  const move =
    (x: number, y: number): Recipe =>
    (draft) => {
      draft.layout.queue = { ...draft.layout.queue, x, y }
    }
  const placed = edit(base, move(0, 0)).design
  const on = (recipe: Recipe) => edit(placed, recipe).design

  test('a box that both moved is where ours is, with no question', () => {
    const { design, conflicts } = mergeDesigns(placed, on(move(10, 0)), on(move(0, 20)))
    expect(conflicts).toEqual({})
    expect(design.layout.queue).toEqual({ x: 10, y: 0 })
  })

  test('a box that one side moved and the other resized is both', () => {
    const resized = on((draft) => {
      draft.layout.queue = { x: 0, y: 0, width: 300, height: 200 }
    })
    expect(mergeDesigns(placed, resized, on(move(5, 6))).design.layout.queue).toEqual({
      x: 5,
      y: 6,
      width: 300,
      height: 200,
    })
  })
})

test('what is open stays open through the next merge, and what one side settled is settled', () => {
  const image = (value: string) => (from: Design) =>
    edit(from, (draft) => {
      task(draft).containerDefinitions[0].image = value
    }).design
  const open = mergeDesigns(base, image('a:1')(base), image('b:1')(base)).design
  const renamed = { ...open, name: 'Renamed' }
  expect(mergeDesigns(open, renamed, { ...open, region: 'eu-west-1' }).design.conflicts).toEqual(
    open.conflicts,
  )
  const settled = settleConflict(open, 'task-api-image', 'theirs')
  const both = mergeDesigns(open, renamed, settled).design
  expect(both).not.toHaveProperty('conflicts')
  expect(both).toEqual({ ...settled, name: 'Renamed' })
})

test('a choice that would break the design is not taken', () => {
  const broken = { ...base, conflicts: { odd: { of: 'element', id: 'queue', pointer: '/kind', theirs: 7 } } }
  expect(settleConflict(broken, 'odd', 'theirs')).toBe(broken)
  expect(settleConflict(broken, 'odd', 'current')).toEqual(base)
})

test('5,000 elements merge in the blink of an eye', () => {
  const spec = (n: number) => fargateTask({ family: `task-${n}` })
  const large: Design = {
    ...base,
    elements: Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`task-${n}`, spec(n)])),
    layout: Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`task-${n}`, { x: n, y: 0 }])),
  }
  const read = (text: string) => JSON.parse(text) as Design
  const texts = [0, 1, 2].map((side) =>
    serialize(
      edit(large, (draft) => {
        for (let n = side; n < 5000; n += 20) {
          const element = draft.elements[`task-${n}`]
          if (element && side > 0) element.spec.cpu = `${side}`
        }
        if (side === 2) delete draft.elements['task-7']
      }).design,
    ),
  )
  // Time of this process, not of the clock, and the least of three: other tests run beside this one.
  const times = [1, 2, 3].map(() => {
    const [was, ours, theirs] = texts.map(read) as [Design, Design, Design]
    const start = process.cpuUsage()
    expect(mergeDesigns(was, ours, theirs).conflicts).toEqual({})
    return process.cpuUsage(start).user / 1000
  })
  expect(Math.min(...times)).toBeLessThan(300)
})
