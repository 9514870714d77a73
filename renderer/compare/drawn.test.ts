import { describe, expect, it } from 'vitest'
import type { NestingName } from '../../shared/graph/nestings'
import { type Comparison, compareDesigns } from '../../shared/review/compare/comparison'
import { english } from '../../shared/texts/text'
import { after, before } from '../testing/compared'
import { type Change, changesOf } from './changes'
import { changeAt, overlayDrawn, sideDrawn } from './drawn'

const comparison = compareDesigns(before, after)
const asCompared = (of: Comparison, nesting: NestingName = 'logical') => ({
  comparison: of,
  sides: of,
  nesting,
})
const compared = asCompared(comparison)
const all = changesOf(comparison)
const without = (...statuses: readonly Change['status'][]) =>
  all.filter(({ status }) => !statuses.includes(status))
const marksOf = (changes: readonly Change[]) =>
  Object.fromEntries(overlayDrawn(compared, changes, english).boxes.map(({ id, status }) => [id, status]))

describe('one drawing of both', () => {
  it('marks what came, went, changed and moved', () => {
    expect(marksOf(all)).toEqual({
      ...{ events: 'added', table: 'removed', 'web-task': 'changed', log: 'moved' },
    })
  })

  it('leaves out what is filtered', () => {
    expect(Object.keys(marksOf(without('moved', 'removed')))).toEqual(['web-task', 'events'])
  })

  it('has what is gone where it was, over what is there', () => {
    const drawn = overlayDrawn(compared, without('moved'), english)
    const ghost = drawn.ghosts?.byId.get('table')
    expect(ghost?.rect).toMatchObject({ x: before.layout.table?.x, y: before.layout.table?.y })
    expect(drawn.solid.byId.has('table')).toBe(false)
    expect(drawn.scene.byId.has('table')).toBe(true)
  })

  it('tells from where something moved', () => {
    const log = overlayDrawn(compared, all, english).boxes.find(({ id }) => id === 'log')
    expect(log?.from).toMatchObject({ x: before.layout.log?.x })
    expect(log?.rect.x).toBe(2000)
  })

  it('shows the rows of a card in which something changed', () => {
    const drawn = overlayDrawn(compared, all, english)
    const task = drawn.boxes.find(({ id }) => id === 'web-task')
    // Of its two containers one has another image.
    expect(task?.rows).toHaveLength(1)
  })

  it('fades everything in a frame that changed but its header', () => {
    const renamed = {
      ...before,
      elements: {
        ...before.elements,
        shop: { kind: 'cluster', spec: { clusterName: 'shop-prod', tags: [{ key: 'a', value: 'b' }] } },
      },
    }
    const found = compareDesigns(before, renamed)
    const drawn = overlayDrawn(asCompared(found), changesOf(found), english)
    const [box] = drawn.boxes
    expect(box?.clear.height).toBeLessThan(box?.rect.height ?? 0)
  })

  it('marks the row where an element is one', () => {
    const elements = { ...before.elements }
    const target = elements['web-tg']
    if (target) elements['web-tg'] = { ...target, spec: { ...target.spec, Port: 3001 } }
    const found = compareDesigns(before, { ...before, elements })
    const drawn = overlayDrawn(asCompared(found), changesOf(found), english)
    const balancer = drawn.scene.byId.get('alb')?.rect
    const box = drawn.boxes.find(({ id }) => id === 'web-tg')
    expect(box?.rect.x).toBeGreaterThanOrEqual(balancer?.x ?? Number.NaN)
    expect(box?.rect.height).toBeLessThan(balancer?.height ?? 0)
  })

  it('marks a closed frame for what is in it', () => {
    const layout = { ...before.layout, shop: { x: 0, y: 0, collapsed: true } }
    const elements = { ...before.elements }
    const { web } = elements
    if (web) elements.web = { ...web, spec: { ...web.spec, desiredCount: 9 } }
    const found = compareDesigns({ ...before, layout }, { ...before, layout, elements })
    const drawn = overlayDrawn(asCompared(found), changesOf(found), english)
    expect(drawn.boxes).toMatchObject([{ id: 'shop', key: 'element web', status: 'changed' }])
  })

  it('has no rule run: that takes longer than all the rest', () => {
    const told = Object.defineProperty({ ...comparison }, 'problems', {
      enumerable: true,
      get: () => {
        throw new Error('Somebody asked for problems.')
      },
    })
    expect(overlayDrawn(asCompared(told), all, english).boxes).toHaveLength(4)
  })

  it('draws lines in what became of them', () => {
    const { strokes } = overlayDrawn(compared, all, english)
    const found = strokes.map(({ status, line }) => [status, line.from, line.to])
    expect(found).toContainEqual(['removed', 'web-task', 'table'])
    expect(found).toContainEqual(['changed', 'customers', 'alb'])
  })
})

describe('the network', () => {
  const networkLayout = { customers: { x: 0, y: 0 }, table: { x: 640, y: 320 }, log: { x: 640, y: 0 } }
  const found = compareDesigns({ ...before, networkLayout }, { ...after, networkLayout })
  const drawn = overlayDrawn(asCompared(found, 'network'), changesOf(found), english)

  it('has what is gone where it was there', () => {
    expect(drawn.ghosts?.byId.get('table')?.rect).toMatchObject({ x: 640, y: 320 })
  })

  it('leaves unmarked what moved among the services only', () => {
    expect(changesOf(found).some(({ key, status }) => key === 'element log' && status === 'moved')).toBe(true)
    expect(drawn.boxes.map(({ id }) => id).sort()).toEqual(['events', 'table', 'web-task'])
    const side = sideDrawn(asCompared(found, 'network'), 'after', changesOf(found), english)
    expect(side.boxes.map(({ id }) => id)).not.toContain('log')
  })
})

describe('two drawings beside each other', () => {
  const idsOn = (side: 'before' | 'after') =>
    sideDrawn(compared, side, all, english).boxes.map(({ id }) => id)

  it('show what is gone only in the old one, and what came only in the new one', () => {
    expect(idsOn('before')).toEqual(['log', 'web-task', 'table'])
    expect(idsOn('after')).toEqual(['log', 'web-task', 'events'])
  })
})

describe('a press', () => {
  const drawn = overlayDrawn(compared, all, english)

  it('means the change that is there', () => {
    const { x = 0, y = 0 } = drawn.boxes.find(({ id }) => id === 'events')?.rect ?? {}
    expect(changeAt(drawn, { x: x + 5, y: y + 5 })).toBe('element events')
  })
  it('means nothing beside all of them', () => expect(changeAt(drawn, { x: -9000, y: 0 })).toBeUndefined())
})
