import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { graphOf } from '../graph/graph'
import { draftLayout } from '../graph/nestings'
import { manyServices, shop, zones } from '../testing/drawings'
import { networked } from '../testing/networked'
import { toggleCollapsed } from './collapse'
import { collapsedIn, hiddenBehind, holdersOf } from './holders'
import { linesIn } from './lines'
import { placeItems } from './places'
import { overlaps } from './routing/geometry'
import { routeLines } from './routing/route'
import { part, type SceneItem, sceneOf } from './scene'
import { stacked } from './stacked'
import { bringToFront } from './stacking'
import { layoutOf, logicalView, networkView, type View } from './view'

const rectOf = (design: Design, id: string) => sceneOf(design).byId.get(id)!.rect
const contains = (frame: SceneItem, item: SceneItem) =>
  item.rect.x >= frame.rect.x &&
  item.rect.y >= frame.rect.y + 32 &&
  item.rect.x + item.rect.width <= frame.rect.x + frame.rect.width &&
  item.rect.y + item.rect.height <= frame.rect.y + frame.rect.height

describe('sceneOf', () => {
  it('has an item for everything but rows', () => {
    const rows = ['web-tg', 'orders-tg']
    const wanted = Object.keys(shop.elements).filter((id) => !rows.includes(id))
    expect([...sceneOf(shop).byId.keys()].sort()).toEqual(wanted.sort())
  })

  it.each([shop, zones])('draws everything inside its frame, frames first: $name', (design) => {
    const { items, byId } = sceneOf(design)
    items.forEach((item, i) => {
      if (item.parent === undefined) return
      expect(items.slice(0, i)).toContain(byId.get(item.parent))
      expect(contains(byId.get(item.parent)!, item), item.id).toBe(true)
    })
  })

  it('draws one line for many parts that say the same, and one for each of a few', () => {
    const pulling = (images: number): Design => ({
      ...shop,
      elements: {
        repo: { kind: 'ecr-repository', spec: { repositoryName: 'app' } },
        task: {
          kind: 'task-definition',
          spec: {
            family: 'app',
            containerDefinitions: Array.from({ length: images }, (_, i) => ({
              name: `c${i}`,
              image: '@{repo.uri}:1',
            })),
          },
        },
      },
      connections: {},
      layout: {},
    })
    expect(sceneOf(pulling(2)).lines.map((line) => line.text)).toEqual(['pulls 1', 'pulls 1'])
    expect(sceneOf(pulling(3)).lines.map((line) => line.text)).toEqual(['pulls ×3'])
    expect(sceneOf(pulling(3)).lines[0]?.connections).toHaveLength(3)
  })

  it('is the same one as long as nothing that is drawn changes', () => {
    const design = { ...shop, name: 'One name' }
    const scene = sceneOf(design)
    expect(sceneOf({ ...design, name: 'Another name' })).toBe(scene)
    expect(sceneOf(design, { nesting: 'logical' })).toBe(scene)
    expect(sceneOf(design, networkView)).not.toBe(scene)
    expect(sceneOf(design)).toBe(scene)
  })

  it('finds a place for what has none, beside what has one', () => {
    const placed = { ...zones, layout: { seoul: { x: 100, y: 100 }, odd: { x: 0, y: 0 } } }
    const roots = sceneOf(placed).items.filter((item) => item.parent === undefined)
    for (const a of roots) for (const b of roots) if (a !== b) expect(overlaps(a.rect, b.rect)).toBe(false)
    expect(rectOf(placed, 'seoul')).toMatchObject({ x: 100, y: 100 })
  })

  it('lets a frame grow with what is in it, and keeps the size somebody gave it', () => {
    const layout = { later: { x: 0, y: 0 }, archive: { x: 400, y: 300 } }
    expect(rectOf({ ...zones, layout }, 'later')).toMatchObject({
      width: 400 + 200 + 16,
      height: 300 + 56 + 16,
    })
    const large = { later: { x: 0, y: 0, width: 900, height: 700 }, archive: { x: 16, y: 48 } }
    expect(rectOf({ ...zones, layout: large }, 'later')).toMatchObject({ width: 900, height: 700 })
  })

  it('keeps what is in a frame off its header', () => {
    const layout = { later: { x: 0, y: 0 }, archive: { x: -50, y: 0 } }
    expect(rectOf({ ...zones, layout }, 'archive')).toMatchObject({ x: 16, y: 48 })
  })

  it('moves what is in a frame with it', () => {
    const at = (x: number) => ({ ...zones, layout: { later: { x, y: 0 }, archive: { x: 16, y: 48 } } })
    expect(rectOf(at(200), 'archive').x - rectOf(at(0), 'archive').x).toBe(200)
  })

  it('draws no line for what nesting shows', () => {
    const shown = sceneOf(shop).lines.map((line) => line.meaning)
    expect(shown).not.toContain('in-cluster')
    expect(shown).not.toContain('runs')
    expect(sceneOf(zones).lines.map((line) => `${line.from} ${line.meaning} ${line.to}`)).toEqual([
      'api in-network private-a',
      'api in-network private-c',
      'api guarded-by guard',
    ])
  })

  it('draws no line to a cluster in which the service stands that a deployment group names with it', () => {
    const design: Design = {
      ...shop,
      elements: {
        main: { kind: 'cluster', spec: { clusterName: 'main' } },
        api: { kind: 'service', spec: { serviceName: 'api', cluster: '@{main}' } },
        group: {
          kind: 'codedeploy-deployment-group',
          spec: { ecsServices: [{ serviceName: '@{api}', clusterName: '@{main.name}' }] },
        },
      },
      connections: {},
      layout: {},
    }
    expect(sceneOf(design).lines.map((line) => `${line.from} ${line.meaning} ${line.to}`)).toEqual([
      'group deploys api',
    ])
  })

  it('draws the secrets that one container reads from one place as one line', () => {
    const line = sceneOf(shop).lines.find((each) => each.to === 'db-secret')
    expect(line?.connections).toHaveLength(2)
    expect(line?.text).toBe('DB_PASSWORD, DB_USER')
  })

  it('gives an empty design an empty scene', () => {
    const empty = { ...shop, elements: {}, connections: {}, layout: {} }
    expect(sceneOf(empty)).toMatchObject({ items: [], lines: [], bounds: { width: 0, height: 0 } })
  })

  it('keeps the identity of what a move leaves alone', () => {
    const base = manyServices(90)
    const before = sceneOf(base)
    const { design } = edit(base, (draft) => {
      draft.layout['c0-exec'] = { x: 2000, y: 2000 }
    })
    const after = sceneOf(design)
    const changed = after.items.filter((item) => before.byId.get(item.id) !== item).map((item) => item.id)
    expect(changed).toEqual(['c0-exec'])
    expect(after.lines.filter((line) => before.lines.includes(line)).length).toBeGreaterThan(40)
  })

  it('gives a part of a scene with what is in it', () => {
    const some = part(sceneOf(shop), new Set(['alb', 'web']))
    expect(some.items.map((item) => item.id)).toEqual(['alb', 'web', 'web-task'])
    expect(some.lines.map((line) => line.meaning)).toEqual(['registers'])
  })
})

describe('after any edits', () => {
  const step = fc.record({
    what: fc.constantFrom('move', 'move', 'move', 'unplace', 'remove', 'add', 'connect', 'close', 'raise'),
    which: fc.nat(1000),
    other: fc.nat(1000),
    x: fc.integer({ min: -200, max: 1600 }),
    y: fc.integer({ min: -200, max: 1200 }),
  })

  it('the scene is the same as one made from nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(shop, zones, networked, manyServices(120)),
        fc.constantFrom(logicalView, networkView),
        fc.array(step, { maxLength: 12 }),
        (base, view, steps) => {
          let design = base
          sceneOf(design, view)
          for (const [n, { what, which, other, x, y }] of steps.entries()) {
            const ids = Object.keys(design.elements)
            const id = ids[which % ids.length]!
            design = edit(design, (draft) => {
              const layout = draftLayout(draft, view.nesting)
              if (what === 'move') layout[id] = { x, y }
              if (what === 'unplace') delete layout[id]
              if (what === 'close') toggleCollapsed(draft, view.nesting, id)
              if (what === 'raise') bringToFront(draft, graphOf(design), [id], view.nesting)
              if (what === 'remove') delete draft.elements[id]
              if (what === 'add') draft.elements[`new-${n}`] = { kind: 'sqs-queue', spec: {} }
              if (what === 'connect')
                draft.connections[`new-${n}`] = { from: id, to: ids[other % ids.length]!, meaning: 'calls' }
            }).design
            expect(summary(design, view)).toEqual(fromNothing(design, view))
          }
        },
      ),
      { numRuns: 25 },
    )
    // Every edit is compared with a scene from nothing; a busy machine takes its time.
  }, 60_000)

  const summary = (design: Design, view: View) => {
    const { items, lines } = sceneOf(design, view)
    return {
      items: items.map(({ id, rect }) => ({ id, rect })),
      lines: lines.map(({ id, points, label }) => ({ id, points, label })),
    }
  }

  const fromNothing = (design: Design, { nesting }: View) => {
    const graph = graphOf(design)
    const holders = holdersOf(graph, nesting)
    const layout = layoutOf(design, nesting)
    const collapsed = collapsedIn(holders, layout)
    const hidden = hiddenBehind(graph, holders, collapsed)
    const { items, byId } = placeItems({ graph, holders, layout, collapsed })
    const { routed } = routeLines(linesIn({ graph, holders, hidden }), items)
    return {
      items: stacked(items, byId, layout).map(({ id, rect }) => ({ id, rect })),
      lines: routed.map(({ line, points, label }) => ({ id: line.id, points, label })),
    }
  }
})
