import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { networked } from '../testing/networked'
import type { Rect } from './mark'
import { resizeFrame } from './resize'
import { sceneOf } from './scene'

const placed = edit(networked, (draft) => {
  draft.layout.main = { x: 200, y: 200, width: 1200, height: 700, note: 'kept' }
  draft.layout.api = { x: 100, y: 120 }
  draft.layout.worker = { x: 500, y: 120 }
  draft.layout.agent = { x: 100, y: 420 }
  draft.layout.hosts = { x: 500, y: 420 }
}).design

const rectOf = (design: Design, id: string) => sceneOf(design).byId.get(id)!.rect
const resized = (change: Partial<Rect>, id = 'main', design = placed) =>
  edit(design, (draft) => {
    const rect = { ...rectOf(design, id), ...change }
    Object.assign(draft.layout, resizeFrame(design, 'logical', id, rect))
  }).design

describe('resizing a frame', () => {
  it('at its right or bottom changes nothing else', () => {
    const rect = { ...rectOf(placed, 'main'), width: 1500 }
    expect(Object.keys(resizeFrame(placed, 'logical', 'main', rect))).toEqual(['main'])
    expect(rectOf(resized({ width: 1500 }), 'main')).toMatchObject({ x: 200, width: 1500, height: 700 })
  })

  it('at its left or top leaves what is in it where it is', () => {
    const design = resized({ x: 160, y: 150, width: 1240, height: 750 })
    expect(rectOf(design, 'main')).toMatchObject({ x: 160, y: 150, width: 1240, height: 750 })
    for (const id of ['api', 'worker', 'agent', 'hosts', 'api-task'])
      expect(rectOf(design, id)).toEqual(rectOf(placed, id))
  })

  it('stops where it would cut what is in it', () => {
    const small = rectOf(resized({ width: 300, height: 100 }), 'main')
    for (const id of ['worker', 'hosts']) {
      const { x, width } = rectOf(placed, id)
      expect(small.x + small.width).toBeGreaterThanOrEqual(x + width + 16)
    }
    const fromLeft = resized({ x: 900, width: 500 })
    expect(rectOf(fromLeft, 'main').x).toBe(rectOf(placed, 'api').x - 16)
    expect(rectOf(fromLeft, 'main').x + rectOf(fromLeft, 'main').width).toBe(1400)
    expect(rectOf(fromLeft, 'api')).toEqual(rectOf(placed, 'api'))
  })

  it('of an empty one stops at its least size, at the side that is moved', () => {
    const empty = edit(placed, (draft) => {
      draft.elements.later = { kind: 'frame', spec: {} }
      draft.layout.later = { x: 2000, y: 0, width: 600, height: 400 }
    }).design
    const { x, y, width, height } = rectOf(
      resized({ x: 2580, width: 20, y: 390, height: 10 }, 'later', empty),
      'later',
    )
    expect([x + width, y + height]).toEqual([2600, 400])
    expect(height).toBe(120)
  })

  it('in another frame stays off its header and padding', () => {
    const design = resized({ x: -500, width: 1500, y: -500, height: 1200 }, 'api')
    expect(rectOf(design, 'api')).toMatchObject({ x: 200 + 16, y: 200 + 48 })
    expect(rectOf(design, 'api-task')).toEqual(rectOf(placed, 'api-task'))
  })

  it('keeps what else is known of its place', () => {
    expect(resized({ width: 1500 }).layout.main).toMatchObject({ note: 'kept' })
  })
})

describe('resizing a note', () => {
  it('stops at its least size', () => {
    const noted = edit(placed, (draft) => {
      draft.elements.hint = { kind: 'note', spec: { text: 'Mind the gap' } }
      draft.layout.hint = { x: 0, y: 0 }
    }).design
    expect(rectOf(resized({ width: 10, height: 10 }, 'hint', noted), 'hint')).toMatchObject({
      width: 96,
      height: 40,
    })
  })
})
