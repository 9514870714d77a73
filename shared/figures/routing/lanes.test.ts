import { expect, it } from 'vitest'
import { separate } from './lanes'

/** Out at `from`, up or down at x, in at `to`. */
const path = (x: number, from: number, to: number) => [
  { x: 0, y: from },
  { x, y: from },
  { x, y: to },
  { x: 200, y: to },
]
const xs = (paths: readonly (readonly { x: number }[])[]) => paths.map((points) => points[1]!.x)

it('draws runs apart that lie on top of each other, in the order without crossings', () => {
  // All go down from above: the upper ones have to turn last.
  expect(xs(separate([path(100, 0, 100), path(100, 10, 110), path(100, 20, 120)]).paths)).toEqual([
    108, 100, 92,
  ])
  // And first, if they go up.
  expect(xs(separate([path(100, 100, 0), path(100, 110, 10), path(100, 120, 20)]).paths)).toEqual([
    92, 100, 108,
  ])
})

it('leaves alone what is apart', () => {
  const paths = [path(100, 0, 50), path(100, 80, 130), path(140, 0, 130)]
  expect(separate(paths).paths).toEqual(paths)
})

it('never lets a path turn back', () => {
  const narrow = Array.from({ length: 12 }, (_, i) => [
    { x: 80, y: i },
    { x: 100, y: i },
    { x: 100, y: 200 + i },
    { x: 120, y: 200 + i },
  ])
  for (const x of xs(separate(narrow).paths)) expect(x >= 90 && x <= 110).toBe(true)
})

it('gives the same answer from the one before as from nothing', () => {
  const first = [path(100, 0, 100), path(100, 10, 110), path(103, 20, 120)]
  const second = [first[0]!, path(100, 300, 400), first[2]!]
  expect(separate(second, separate(first)).paths).toEqual(separate(second).paths)
})
