import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design'
import { manyServices, shop } from '../../testing/drawings'
import type { Point, Rect } from '../mark'
import { type SceneLine, sceneOf } from '../scene'
import { overlaps } from './geometry'

/** Queues at the places given, and calls between them: `drawing({ a: [0, 0], b: [400, 0] }, ['a b'])`. */
function drawing(places: Record<string, [number, number]>, calls: readonly string[]): Design {
  const design: Design = { format: 'fairlead/1', name: 'lines', elements: {}, connections: {}, layout: {} }
  for (const [id, [x, y]] of Object.entries(places)) {
    design.elements[id] = { kind: 'sqs-queue', spec: { QueueName: id } }
    design.layout[id] = { x, y }
  }
  for (const call of calls) {
    const [from = '', to = ''] = call.split(' ')
    design.connections[`${from}-${to}`] = { from, to, meaning: 'calls' }
  }
  return design
}

const lineOf = (design: Design, id: string) => sceneOf(design).lines.find((line) => line.id === id)!
const bends = (line: SceneLine) => line.points.length - 2

describe('a line', () => {
  it('is straight where it can be', () => {
    expect(lineOf(drawing({ a: [0, 0], b: [400, 0] }, ['a b']), 'a-b').points).toEqual([
      { x: 200, y: 28 },
      { x: 400, y: 28 },
    ])
    expect(bends(lineOf(drawing({ a: [0, 0], b: [8, 300] }, ['a b']), 'a-b'))).toBe(0)
  })

  it('is made straight by moving its end a little, when it is alone there', () => {
    expect(
      lineOf(drawing({ a: [0, 0], b: [400, 12] }, ['a b']), 'a-b').points.map((point) => point.y),
    ).toEqual([28, 28])
  })

  it('bends twice between the sides that look at each other', () => {
    const { points } = lineOf(drawing({ a: [0, 0], b: [400, 200] }, ['a b']), 'a-b')
    expect(points).toEqual([
      { x: 200, y: 28 },
      { x: 300, y: 28 },
      { x: 300, y: 228 },
      { x: 400, y: 228 },
    ])
  })

  it('goes around what stands between its ends', () => {
    const design = drawing({ a: [0, 0], between: [300, 0], b: [600, 0] }, ['a b'])
    const { points } = lineOf(design, 'a-b')
    const obstacle = sceneOf(design).byId.get('between')!.rect
    for (const run of runs(points)) expect(overlaps(run, obstacle)).toBe(false)
  })

  it('spreads along a side with others, without crossing them', () => {
    const design = drawing({ a: [0, 200], b: [400, 0], c: [400, 200], d: [400, 400] }, ['a d', 'a b', 'a c'])
    const starts = ['a-b', 'a-c', 'a-d'].map((id) => lineOf(design, id).points[0]!.y)
    expect(starts).toEqual([...starts].sort((m, n) => m - n))
    expect(new Set(starts).size).toBe(3)
  })

  it('goes from the edge of a frame to what is in it', () => {
    const design = drawing({ a: [0, 0] }, [])
    design.elements.group = { kind: 'frame', spec: {}, label: 'group' }
    design.elements.a!.inside = 'group'
    design.connections.x = { from: 'group', to: 'a', meaning: 'calls' }
    design.layout = { group: { x: 100, y: 100, width: 600, height: 300 }, a: { x: 40, y: 100 } }
    expect(lineOf(design, 'x').points).toEqual([
      { x: 100, y: 228 },
      { x: 140, y: 228 },
    ])
  })

  it('goes straight to a frame that is beside its middle', () => {
    const design = drawing({ a: [0, 0], b: [200, 200], c: [-400, 200] }, [])
    design.elements.right = { kind: 'frame', spec: {}, label: 'right' }
    design.elements.left = { kind: 'frame', spec: {}, label: 'left' }
    design.connections = {
      r: { from: 'a', to: 'right', meaning: 'calls' },
      l: { from: 'a', to: 'left', meaning: 'calls' },
    }
    design.layout = { ...design.layout, right: { x: 108, y: 200 }, left: { x: -156, y: 200 } }
    expect(bends(lineOf(design, 'r'))).toBe(0)
    expect(bends(lineOf(design, 'l'))).toBe(0)
  })

  it('survives figures that lie on each other', () => {
    const { points } = lineOf(drawing({ a: [0, 0], b: [20, 10] }, ['a b']), 'a-b')
    expect(points.length).toBeGreaterThan(1)
    for (const { x, y } of points) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
  })

  it('survives places that are far away', () => {
    const design = drawing({ a: [0, 0], b: [1e9, -1e9] }, ['a b'])
    design.layout.a = { x: -1e9, y: 1e12 }
    expect(lineOf(design, 'a-b').points.length).toBeGreaterThan(1)
  })
})

describe.each([shop, manyServices(90)])('the lines of $name', (design) => {
  const { lines, byId, items } = sceneOf(design)

  it('run level or upright', () => {
    for (const { points } of lines) {
      for (const [i, point] of points.entries()) {
        const next = points[i + 1]
        if (next) expect(point.x === next.x || point.y === next.y).toBe(true)
      }
    }
  })

  it('begin and end at the edge of a figure, those of rows beside their row', () => {
    for (const { points, connection } of lines) {
      const start = byId.get(connection.from)
      const end = byId.get(connection.to)
      if (start) expect(onEdge(points[0]!, start.rect), connection.id).toBe(true)
      if (end) expect(onEdge(points[points.length - 1]!, end.rect), connection.id).toBe(true)
      const row = start?.figure.rows.find((each) => `${connection.pointer}/`.startsWith(`${each.pointer}/`))
      if (!start || !row) continue
      const y = points[0]!.y - start.rect.y
      expect(y >= row.y && y <= row.y + row.height, connection.id).toBe(true)
    }
  })

  it('never share a place on a side', () => {
    const places = lines.flatMap(({ points, from, to }) => [
      `${from} ${points[0]!.x} ${points[0]!.y}`,
      `${to} ${points[points.length - 1]!.x} ${points[points.length - 1]!.y}`,
    ])
    expect(new Set(places).size).toBe(places.length)
  })

  it('have labels that lie on no figure and on no other label', () => {
    const labels = lines.flatMap((line) => line.label?.rect ?? [])
    for (const [i, label] of labels.entries()) {
      for (const other of labels.slice(i + 1)) expect(overlaps(label, other)).toBe(false)
      for (const item of items) if (!item.figure.content) expect(overlaps(label, item.rect)).toBe(false)
    }
    expect(labels.length).toBeGreaterThan(0)
  })
})

function runs(points: readonly Point[]): Rect[] {
  return points.slice(1).map((end, i) => {
    const start = points[i]!
    const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)]
    return { x, y, width: Math.abs(start.x - end.x) + 0.1, height: Math.abs(start.y - end.y) + 0.1 }
  })
}

function onEdge({ x, y }: Point, rect: Rect): boolean {
  const inside = x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height
  const edge = x === rect.x || x === rect.x + rect.width || y === rect.y || y === rect.y + rect.height
  return inside && edge
}

/** Queues strewn about, none on another one, and calls between them; the same for the same seed. */
function strewn(seed: number): Design {
  let state = seed * 7919
  const next = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 9) % most
  }
  const places: [number, number][] = []
  while (places.length < 16) {
    const [x, y] = [next(80) * 16, next(56) * 16]
    if (!places.some(([a, b]) => Math.abs(a - x) < 230 && Math.abs(b - y) < 90)) places.push([x, y])
  }
  const calls = Array.from({ length: 16 }, () => [next(16), next(16)] as const).filter(([a, b]) => a !== b)
  return drawing(
    Object.fromEntries(places.map((place, i) => [`q${i}`, place])),
    calls.map(([a, b]) => `q${a} q${b}`),
  )
}

it.each(Array.from({ length: 20 }, (_, seed) => seed + 1))(
  'lines find ways around whatever stands between their ends (%i)',
  (seed) => {
    const { lines, items } = sceneOf(strewn(seed))
    for (const line of lines) {
      for (const { id, rect } of items) {
        if (id === line.from || id === line.to) continue
        // Lines that share a channel are drawn apart, which may bring one of them to a figure's edge.
        const core = { x: rect.x + 12, y: rect.y + 12, width: rect.width - 24, height: rect.height - 24 }
        for (const run of runs(line.points)) expect(overlaps(run, core), `${line.id} over ${id}`).toBe(false)
      }
    }
  },
)
