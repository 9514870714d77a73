import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { graphOf } from '../graph/graph'
import { manyServices, shop, zones } from '../testing/drawings'
import { networked } from '../testing/networked'
import { carried } from './carried'
import type { Point, Rect } from './mark'
import { overlaps } from './routing/geometry'
import { type Scene, sceneOf } from './scene'
import { networkView } from './view'

const hold = (scene: Scene, ids: readonly string[], by: Point) => carried(scene, { ids: new Set(ids), by })
const rectsOf = ({ byId }: Scene) => [...byId.values()].map(({ id, rect }) => ({ id, rect }))
const isOnEdge = ({ x, y, width, height }: Rect, point: Point | undefined) =>
  point !== undefined &&
  (((point.x === x || point.x === x + width) && point.y >= y && point.y <= y + height) ||
    ((point.y === y || point.y === y + height) && point.x >= x && point.x <= x + width))

describe('what is carried', () => {
  const scene = sceneOf(networked)
  const inside = graphOf(networked).children.get('api') ?? []

  it('is where the hand is, with all that is in it', () => {
    const moved = hold(scene, ['api'], { x: 300, y: -40 })
    for (const id of ['api', ...inside]) {
      const { x, y, ...size } = scene.byId.get(id)!.rect
      expect(moved.byId.get(id)!.rect).toEqual({ x: x + 300, y: y - 40, ...size })
    }
  })

  it('lies above everything else', () => {
    const order = hold(scene, ['api'], { x: 1, y: 0 }).items.map(({ id }) => id)
    expect(order.slice(-1 - inside.length)).toEqual(['api', ...inside])
  })

  it('leaves its frame as large as it was, wherever it goes', () => {
    const cluster = scene.byId.get('api')!.parent!
    for (const by of [
      { x: 5000, y: 5000 },
      { x: -30, y: -30 },
    ])
      expect(hold(scene, ['api'], by).byId.get(cluster)).toBe(scene.byId.get(cluster))
  })

  it('changes nothing else: no other element, no line between others', () => {
    const base = sceneOf(manyServices(90))
    const moved = hold(base, ['c0-exec'], { x: 40, y: 700 })
    const others = moved.items.filter((item) => base.byId.get(item.id) !== item)
    expect(others.map(({ id }) => id)).toEqual(['c0-exec'])
    moved.lines.forEach((line, i) => {
      if (line.from !== 'c0-exec' && line.to !== 'c0-exec') expect(line).toBe(base.lines[i])
    })
  })

  it('is in two parts, and what lies still is the same object all the while', () => {
    const ids = new Set(['api'])
    const first = carried(scene, { ids, by: { x: 10, y: 0 } })
    const then = carried(scene, { ids, by: { x: 20, y: 0 } })
    expect(then.carried!.still).toBe(first.carried!.still)
    expect(then.carried!.from).toBe(scene)
    const { still, moving } = then.carried!
    expect([...still.items, ...moving.items]).toEqual(then.items)
    expect(new Set([...still.lines, ...moving.lines])).toEqual(new Set(then.lines))
  })

  it('lies where it was until it is moved', () => {
    expect(rectsOf(hold(scene, ['api'], { x: 0, y: 0 }))).toEqual(rectsOf(scene))
  })
})

/** Two queues and a line between them, with another queue in its way or out of it. */
function chain(between: { x: number; y: number }): Design {
  const queue = (name: string) => ({ kind: 'sqs-queue', spec: { QueueName: name } })
  return {
    format: 'fairlead/1',
    name: 'chain',
    elements: { a: queue('a'), b: queue('b'), c: queue('c') },
    connections: { line: { from: 'a', to: 'b', meaning: 'calls' } },
    layout: { a: { x: 0, y: 0 }, b: { x: 700, y: 300 }, c: between },
  }
}

describe('a line with one end in the hand', () => {
  it('keeps its place at the end that stays', () => {
    const scene = sceneOf(chain({ x: 0, y: 900 }))
    const moved = hold(scene, ['b'], { x: 40, y: 90 })
    expect(moved.lines[0]!.points[0]).toEqual(scene.lines[0]!.points[0])
  })

  it('goes around figures, which are where they were', () => {
    const scene = sceneOf(chain({ x: 340, y: 0 }))
    const { points } = hold(scene, ['b'], { x: 0, y: -300 }).lines[0]!
    points.slice(1).forEach((q, i) => {
      const p = points[i]!
      const run = {
        x: Math.min(p.x, q.x),
        y: Math.min(p.y, q.y),
        width: Math.abs(p.x - q.x),
        height: Math.abs(p.y - q.y),
      }
      expect(overlaps(run, scene.byId.get('c')!.rect)).toBe(false)
    })
  })

  it('goes through its bends, and comes along as it is with both ends', () => {
    const routes = { line: { points: [{ x: 304, y: 128 }] } }
    const scene = sceneOf({ ...chain({ x: 0, y: 900 }), routes })
    const carry = (...ids: string[]) => carried(scene, { ids: new Set(ids), by: { x: 32, y: 16 } }, routes)
    expect(carry('b').lines[0]!.points.some(({ x }) => x === 304)).toBe(true)
    const shifted = scene.lines[0]!.points.map(({ x, y }) => ({ x: x + 32, y: y + 16 }))
    expect(carry('a', 'b').lines[0]!.points).toEqual(shifted)
  })
})

describe('of any elements, anywhere', () => {
  const designs = [sceneOf(shop), sceneOf(zones), sceneOf(networked), sceneOf(networked, networkView)]

  it('lines end on their figures and run level or upright', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...designs),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 }),
        fc.array(
          fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) }),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        (scene, which, steps) => {
          const ids = new Set(which.map((n) => scene.items[n % scene.items.length]!.id))
          for (const by of steps) {
            const { lines, byId } = carried(scene, { ids, by })
            for (const { drawn, points } of lines) {
              expect(isOnEdge(byId.get(drawn.from.item)!.rect, points[0])).toBe(true)
              expect(isOnEdge(byId.get(drawn.to.item)!.rect, points.at(-1))).toBe(true)
              points.slice(1).forEach((q, i) => {
                expect(q.x === points[i]!.x || q.y === points[i]!.y).toBe(true)
              })
            }
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  it('the answer does not depend on the way there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...designs), fc.nat(1000), fc.nat(1000), (scene, n, m) => {
        const ids = new Set([scene.items[n % scene.items.length]!.id])
        const by = { x: (m % 40) * 16 - 320, y: (m % 23) * 16 - 160 }
        carried(scene, { ids, by: { x: -by.y, y: 480 } })
        const there = carried(scene, { ids, by })
        const straight = carried(scene, { ids: new Set(ids), by })
        expect(rectsOf(there)).toEqual(rectsOf(straight))
        expect(there.lines).toEqual(straight.lines)
      }),
      { numRuns: 60 },
    )
  })
})
