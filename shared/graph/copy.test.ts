import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { networked } from '../testing/networked'
import { removeElements } from './connect'
import { absolute, extract, insert } from './copy'
import { graphOf } from './graph'

const design: Design = {
  ...networked,
  layout: {
    main: { x: 100, y: 100 },
    worker: { x: 16, y: 48 },
    'worker-task': { x: 16, y: 48 },
    queue: { x: 1200, y: 100, z: 3 },
  },
  networkLayout: {
    net: { x: 1000, y: 1000, collapsed: true },
    a: { x: 16, y: 48 },
    'private-a': { x: 16, y: 48 },
    worker: { x: 20, y: 60 },
    'worker-task': { x: 16, y: 48 },
  },
  routes: {
    work: { points: [{ x: 700, y: 300 }] },
    'worker-task#/taskRoleArn': { points: [{ x: 5, y: 6 }] },
    jobs: { points: [{ x: 1, y: 2 }] },
  },
}

const duplicate = (ids: readonly string[]) => {
  let roots: string[] = []
  const { design: after } = edit(design, (draft) => {
    roots = insert(draft, extract(design, ids), { x: 24, y: 24 })
  })
  return { after, roots }
}

describe('a copy', () => {
  it('lies beside the first one in both nestings, wherever its references put it', () => {
    const { after, roots } = duplicate(['worker'])
    const [copy = ''] = roots
    for (const nesting of ['logical', 'network'] as const) {
      const first = absolute(design, graphOf(design), 'worker', nesting)
      const second = absolute(after, graphOf(after), copy, nesting)
      expect([second.x - first.x, second.y - first.y], nesting).toEqual([24, 24])
    }
    expect(graphOf(after).parent.get(copy)).toBe('main')
    expect(after.networkLayout?.['worker-task-2']).toEqual({ x: 16, y: 48 })
  })

  it('brings the bends of lines between copied elements along, under their new names', () => {
    const { after } = duplicate(['worker', 'queue', 'role'])
    expect(after.routes?.['work-2']?.points).toEqual([{ x: 724, y: 324 }])
    expect(after.routes?.['worker-task-2#/taskRoleArn']?.points).toEqual([{ x: 29, y: 30 }])
    expect(Object.keys(after.routes ?? {})).toHaveLength(5)
  })

  it('keeps what else is known of a place', () => {
    const { after } = duplicate(['queue', 'net'])
    expect(after.layout['queue-2']).toMatchObject({ z: 3 })
    expect(after.networkLayout?.['net-2']).toMatchObject({ collapsed: true })
  })

  it('of a design without places among networks makes none', () => {
    const { networkLayout: _, routes: __, ...plain } = design
    const piece = extract(plain, ['worker'])
    const after = edit(plain, (draft) => insert(draft, piece, { x: 0, y: 0 })).design
    expect(after).not.toHaveProperty('networkLayout')
    expect(after).not.toHaveProperty('routes')
  })
})

describe('what is removed', () => {
  it('takes its places and the bends of its lines along', () => {
    const { design: after } = edit(design, (draft) =>
      removeElements(draft, graphOf(design), new Set(['worker', 'worker-task'])),
    )
    expect(Object.keys(after.layout)).toEqual(['main', 'queue'])
    expect(Object.keys(after.networkLayout ?? {})).toEqual(['net', 'a', 'private-a'])
    expect(Object.keys(after.routes ?? {})).toEqual(['jobs'])
  })
})
