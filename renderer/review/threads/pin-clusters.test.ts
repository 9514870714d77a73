import { expect, test } from 'vitest'
import { clustersOf } from './pin-clusters'

const pins = [
  { id: 'a', at: { x: 0, y: 0 } },
  { id: 'b', at: { x: 20, y: 0 } },
  { id: 'c', at: { x: 200, y: 0 } },
]
const idsAt = (zoom: number) => clustersOf(pins, zoom).map((cluster) => cluster.pins.map(({ id }) => id))

test('pins that would cover each other are one, and come apart when the view is closer', () => {
  expect(idsAt(1)).toEqual([['a', 'b'], ['c']])
  expect(idsAt(4)).toEqual([['a'], ['b'], ['c']])
  expect(idsAt(0.1)).toEqual([['a', 'b', 'c']])
})

test('every pin is in exactly one cluster, and no two clusters cover each other', () => {
  const many = Array.from({ length: 400 }, (_, i) => ({
    id: i,
    at: { x: (i * 37) % 900, y: (i * 91) % 700 },
  }))
  const clusters = clustersOf(many, 0.7)
  expect(clusters.flatMap(({ pins: all }) => all).toSorted((a, b) => a.id - b.id)).toEqual(many)
  const gaps = clusters.flatMap(({ at: a }, i) =>
    clusters
      .slice(i + 1)
      .map(({ at: b }) => Math.max(Math.abs(a.x - b.x) / 40, Math.abs(a.y - b.y) / 28) * 0.7),
  )
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0.999)
})
