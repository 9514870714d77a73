import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { edit } from '../design/edit'
import { type Graph, graphOf } from '../graph/graph'
import { manyServices } from '../testing/drawings'
import { sceneOf } from './scene'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

it('keeps no graph alive for figures that were drawn long ago', async () => {
  let design = manyServices(60)
  const seen: WeakRef<Graph>[] = []
  for (const id of Object.keys(design.elements)) {
    design = edit(design, (draft) => {
      const element = draft.elements[id]
      if (element) element.label = `${id} now`
    }).design
    sceneOf(design)
    seen.push(new WeakRef(graphOf(design)))
  }
  // What a weak reference was asked for lives until the work at hand is done.
  for (let i = 0; i < 3; i++) {
    await new Promise((done) => setTimeout(done, 20))
    collectGarbage()
  }
  const alive = seen.filter((graph) => graph.deref() !== undefined)
  expect(seen.length).toBeGreaterThan(60)
  expect(alive.length).toBeLessThan(10)
})
