import { describe, expect, it } from 'vitest'
import { shop } from '../testing/drawings'
import { type Canvas, type CanvasOptions, detailAt, paintCanvas } from './paint-canvas'
import { sceneOf } from './scene'

/** A canvas that notes what is done to it. */
function record(options: Partial<CanvasOptions<string, string>>) {
  const done: string[] = []
  let depth = 0
  const canvas: Canvas<string, string> = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    lineCap: '',
    globalAlpha: 1,
    font: '',
    textAlign: '',
    save: () => depth++,
    restore: () => depth--,
    translate: () => {},
    scale: () => {},
    setLineDash: () => {},
    fillRect: () => done.push('block'),
    strokeRect: () => done.push('outline'),
    fillText: (text) => done.push(`text ${text}`),
    fill: () => done.push('fill'),
    stroke: () => done.push('stroke'),
    drawImage: (image) => done.push(`image ${image}`),
  }
  paintCanvas(canvas, sceneOf(shop), {
    theme: 'light',
    zoom: 1,
    detail: 'full',
    path: (data) => data,
    icon: (name) => name,
    ...options,
  })
  return { done, depth, texts: done.flatMap((each) => (each.startsWith('text ') ? each.slice(5) : [])) }
}

describe('paintCanvas', () => {
  it('paints every text, icon and label close up', () => {
    const { texts, done } = record({})
    expect(texts).toContain('…/orders:1.4.2')
    expect(texts).toContain('×4')
    expect(done).toContain('image iam-role')
  })

  it('paints only names further away', () => {
    const { texts } = record({ detail: 'names', zoom: 0.3 })
    expect(texts).toContain('shop-prod')
    expect(texts).not.toContain('…/orders:1.4.2')
  })

  it('paints blocks, and names of frames only, far away', () => {
    const { texts, done } = record({ detail: 'blocks', zoom: 0.1 })
    expect(done).toContain('block')
    expect(texts.every((text) => text.startsWith('shop') || text.includes('…'))).toBe(true)
    expect(done.filter((each) => each.startsWith('image'))).toEqual([])
  })

  it('leaves out what is not in sight', () => {
    expect(record({ area: { x: -900, y: -900, width: 10, height: 10 } }).done).toEqual([])
  })

  it('leaves the canvas as it found it', () => {
    expect(record({}).depth).toBe(0)
  })
})

it('knows which detail is right at which zoom', () => {
  expect([1, 0.4, 0.39, 0.15, 0.1].map(detailAt)).toEqual(['full', 'full', 'names', 'names', 'blocks'])
})
