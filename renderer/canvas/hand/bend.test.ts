import { describe, expect, it } from 'vitest'
import { grasp } from './bend'

/** Out to the right, down, and on to the right. */
const way = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 200 },
  { x: 300, y: 200 },
]

describe('pulling a run', () => {
  it('takes a new bend in its middle', () => {
    expect(grasp(way, [], { x: 103, y: 50 })).toEqual({ bends: [{ x: 100, y: 100 }], index: 0, level: false })
    expect(grasp(way, [], { x: 220, y: 198 })).toEqual({ bends: [{ x: 200, y: 200 }], index: 0, level: true })
  })

  it('takes the bend that lies on it', () => {
    const bends = [{ x: 100, y: 80 }]
    expect(grasp(way, bends, { x: 100, y: 180 })).toEqual({ bends, index: 0, level: false })
  })

  it('keeps the bends in the order of the line', () => {
    const bends = [{ x: 100, y: 80 }]
    expect(grasp(way, bends, { x: 250, y: 200 }).bends).toEqual([
      { x: 100, y: 80 },
      { x: 200, y: 200 },
    ])
    expect(grasp(way, bends, { x: 30, y: 0 }).bends).toEqual([
      { x: 50, y: 0 },
      { x: 100, y: 80 },
    ])
  })
})
