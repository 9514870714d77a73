import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { absolute } from '../graph/copy'
import { graphOf } from '../graph/graph'
import { reparentIn } from '../graph/nesting-edits'
import { networked } from '../testing/networked'
import { keepPlaces } from './keep-places'

const design: Design = {
  ...networked,
  layout: { main: { x: 100, y: 100 }, worker: { x: 16, y: 48 } },
  networkLayout: {
    net: { x: 1000, y: 1000 },
    a: { x: 16, y: 48 },
    b: { x: 500, y: 48 },
    'private-a': { x: 16, y: 48 },
    'private-b': { x: 16, y: 48 },
    worker: { x: 20, y: 60 },
  },
}

const place = (of: Design, nesting: 'logical' | 'network') => {
  const { x, y } = absolute(of, graphOf(of), 'worker', nesting)
  return { x, y }
}

/** An edit, and what has to follow so that nothing jumps. */
function settled(recipe: Parameters<typeof edit>[1]): Design {
  const { design: after } = edit(design, recipe)
  const settle = keepPlaces(design, after)
  return settle ? edit(after, settle).design : after
}

describe('what an edit puts in another frame', () => {
  it('stays where it was on the screen, in both nestings', () => {
    const moved = settled((draft) => {
      reparentIn('network', draft, graphOf(design), 'worker', 'private-b')
    })
    expect(moved.networkLayout?.worker).not.toEqual(design.networkLayout?.worker)
    expect(place(moved, 'network')).toEqual(place(design, 'network'))
    expect(place(moved, 'logical')).toEqual(place(design, 'logical'))
  })

  it('keeps a place in one nesting that only the other one changes', () => {
    const moved = settled((draft) => {
      reparentIn('logical', draft, graphOf(design), 'worker', undefined)
    })
    expect(place(moved, 'logical')).toEqual(place(design, 'logical'))
    expect(moved.networkLayout).toBe(design.networkLayout)
  })

  it('is left alone where the edit itself placed it', () => {
    const moved = settled((draft) => {
      reparentIn('logical', draft, graphOf(design), 'worker', undefined)
      draft.layout.worker = { x: 7, y: 7 }
    })
    expect(moved.layout.worker).toEqual({ x: 7, y: 7 })
  })
})
