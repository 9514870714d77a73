import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design'
import type { Point } from '../mark'
import { sceneOf } from '../scene'
import { overlaps } from './geometry'

/** Queues at the places given, all in a chain of calls, with the bends of the first one. */
function bent(places: readonly (readonly [number, number])[], points: readonly Point[]): Design {
  const design: Design = { format: 'fairlead/1', name: 'bent', elements: {}, connections: {}, layout: {} }
  places.forEach(([x, y], i) => {
    design.elements[`q${i}`] = { kind: 'sqs-queue', spec: { QueueName: `q${i}` } }
    design.layout[`q${i}`] = { x, y }
  })
  design.connections.line = { from: 'q0', to: 'q1', meaning: 'calls' }
  return { ...design, routes: { line: { points: points.map((point) => ({ ...point })) } } }
}

const wayOf = (design: Design) => sceneOf(design).lines.find(({ id }) => id === 'line')!.points

/** Does a way of level and upright runs pass through a point? */
function passes(way: readonly Point[], { x, y }: Point): boolean {
  return way.slice(1).some((q, i) => {
    const p = way[i]!
    const within = (a: number, b: number, v: number) => v >= Math.min(a, b) && v <= Math.max(a, b)
    return within(p.x, q.x, x) && within(p.y, q.y, y)
  })
}

describe('a line that somebody bent', () => {
  it('keeps its two bends when its middle run was moved', () => {
    expect(
      wayOf(
        bent(
          [
            [0, 0],
            [400, 200],
          ],
          [{ x: 240, y: 128 }],
        ),
      ),
    ).toEqual([
      { x: 200, y: 28 },
      { x: 240, y: 28 },
      { x: 240, y: 228 },
      { x: 400, y: 228 },
    ])
  })

  it('runs through its point rather than bends there', () => {
    const places = [
      [0, 0],
      [400, 0],
    ] as const
    const way = wayOf(bent(places, [{ x: 304, y: 160 }]))
    expect(way.map(({ y }) => y)).toEqual([28, 28, 160, 160, 28, 28])
    expect(way[2]!.x).toBeLessThan(304)
    expect(way[3]!.x).toBeGreaterThan(304)
  })

  it('leaves straight towards its first point', () => {
    const places = [
      [0, 0],
      [400, 200],
    ] as const
    expect(wayOf(bent(places, [{ x: 160, y: 128 }])).slice(0, 2)).toEqual([
      { x: 160, y: 56 },
      { x: 160, y: 228 },
    ])
  })

  it('goes around what stands between two of its points', () => {
    const design = bent(
      [
        [0, 0],
        [900, 0],
        [400, 120],
      ],
      [
        { x: 304, y: 148 },
        { x: 720, y: 148 },
      ],
    )
    const obstacle = sceneOf(design).byId.get('q2')!.rect
    const way = wayOf(design)
    for (const [i, q] of way.slice(1).entries()) {
      const p = way[i]!
      const run = {
        x: Math.min(p.x, q.x),
        y: Math.min(p.y, q.y),
        width: Math.abs(p.x - q.x) + 0.1,
        height: Math.abs(p.y - q.y) + 0.1,
      }
      expect(overlaps(run, obstacle)).toBe(false)
    }
  })

  it('is not moved aside for other lines', () => {
    const design = bent(
      [
        [0, 0],
        [400, 200],
        [0, 80],
        [400, 280],
      ],
      [{ x: 304, y: 128 }],
    )
    design.connections.other = { from: 'q2', to: 'q3', meaning: 'calls' }
    expect(passes(wayOf(design), { x: 304, y: 128 })).toBe(true)
  })

  it('finds its own way again without its points', () => {
    const design = bent(
      [
        [0, 0],
        [400, 200],
      ],
      [{ x: 240, y: 128 }],
    )
    sceneOf(design)
    const { routes: _, ...rest } = design
    expect(wayOf(rest)[1]).toEqual({ x: 300, y: 28 })
  })
})

/** The same numbers for the same seed. */
function numbers(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % most
  }
}

it.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'runs level or upright through all its points, whatever lies around it (%i)',
  (seed) => {
    const next = numbers(seed)
    const places = Array.from({ length: 2 + next(8) }, () => [next(60) * 16, next(60) * 16] as const)
    const points = Array.from({ length: 1 + next(4) }, () => ({ x: next(60) * 16, y: next(60) * 16 }))
    const design = bent(places, points)
    const way = wayOf(design)
    for (const [i, q] of way.slice(1).entries()) {
      const p = way[i]!
      expect(p.x === q.x || p.y === q.y).toBe(true)
    }
    for (const point of points) expect(passes(way, point)).toBe(true)
    // The answer is the same from the scene before as from nothing.
    const moved: Design = {
      ...design,
      layout: { ...design.layout, q1: { x: next(60) * 16, y: next(60) * 16 } },
    }
    const fromBefore = wayOf(moved)
    sceneOf({ ...design, elements: {}, connections: {} })
    expect(fromBefore).toEqual(wayOf({ ...moved }))
  },
)
