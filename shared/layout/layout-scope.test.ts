import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { zones } from '../testing/drawings'
import { layoutScope } from './layout-scope'

const scope = (design: Design, ...ids: string[]) => {
  const { only, frame } = layoutScope(design, new Set(ids))
  return { only: only && [...only].sort(), frame }
}

describe('layoutScope', () => {
  it('is everything when nothing, one card or only a line is selected', () => {
    expect(scope(zones)).toEqual({ only: undefined, frame: undefined })
    expect(scope(zones, 'agent')).toEqual({ only: undefined, frame: undefined })
    expect(scope(zones, 'api#/cluster')).toEqual({ only: undefined, frame: undefined })
  })
  it('is the inside of one frame', () => {
    const { only, frame } = scope(zones, 'batch')
    expect(frame).toBe('batch')
    expect(only).toContain('api')
    expect(only).not.toContain('batch')
  })
  it('is everything when the frame is empty or collapsed', () => {
    expect(scope(zones, 'private-c').only).toBeUndefined()
    const closed = { ...zones, layout: { batch: { x: 0, y: 0, collapsed: true } } }
    expect(scope(closed, 'batch').only).toBeUndefined()
  })
  it('is what is selected, and what is in selected frames', () => {
    expect(scope(zones, 'agent', 'api').only).toEqual(['agent', 'agent-task', 'api', 'api-task'])
    expect(scope(zones, 'batch', 'later').only).toEqual(expect.arrayContaining(['batch', 'api', 'later']))
  })
})
