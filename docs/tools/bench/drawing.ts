/** What drawing costs before anything is painted: figures and lines, and the automatic layout. */
import ELK from 'elkjs/lib/elk.bundled.js'
import type { Design, Place } from '../../../shared/design/design'
import { edit } from '../../../shared/design/edit'
import { sceneOf } from '../../../shared/figures/scene'
import { graphOf } from '../../../shared/graph/graph'
import { autoLayout } from '../../../shared/layout/auto-layout'
import type { ElkNode, RunElk } from '../../../shared/layout/elk'
import type { Row } from './core'
import { generate, SYSTEM } from './generate'
import { median } from './measure'

/** Nobody arranges more than this at once, and ELK takes minutes beyond. */
const LARGEST_LAYOUT = 1000

const elk = new ELK()
const run: RunElk = async (graph) => (await elk.layout(graph)) as ElkNode

/** Measures the stages for a design of that many elements. */
export async function measureDrawing(size: number): Promise<readonly Row[]> {
  const design = await arranged(size)
  const move = mover(design)
  const layout = () =>
    median(
      () => generate(size),
      (bare) => autoLayout(bare, run),
      { runs: 1, warmUp: 0 },
    )
  return [
    {
      stage: 'scene (figures and lines)',
      time: await median(() => structuredClone(design), sceneOf, { runs: 5, warmUp: 1 }),
    },
    { stage: 'move one element + scene', time: await median(move, (once) => once()) },
    { stage: 'auto layout (ELK), once', ...(size <= LARGEST_LAYOUT && { time: await layout() }) },
  ]
}

/** A generated design whose systems, each arranged alike, stand side by side in rows. */
export async function arranged(size: number): Promise<Design> {
  const pattern = generate(SYSTEM)
  const places = await autoLayout(pattern, run)
  const { bounds } = sceneOf({ ...pattern, layout: places })
  const inFrame = graphOf(pattern).parent
  const systems = Math.floor(size / SYSTEM)
  const columns = Math.ceil(Math.sqrt(systems))
  const layout: Record<string, Place> = {}
  for (let n = 0; n < systems; n++) {
    const shift = {
      x: (n % columns) * (bounds.width + 96),
      y: Math.floor(n / columns) * (bounds.height + 96),
    }
    for (const [id, { x, y }] of Object.entries(places)) {
      const copy = id.replace(/^s0-/, `s${n}-`)
      layout[copy] = inFrame.has(id) ? { x, y } : { x: x + shift.x, y: y + shift.y }
    }
  }
  return { ...generate(size), layout }
}

/** Hands out one move after the other, each on the design that the one before left. */
function mover(start: Design): () => () => unknown {
  const ids = Object.keys(start.layout)
  let design = start
  let n = 0
  sceneOf(design)
  return () => () => {
    const id = ids[n++ % ids.length] ?? ''
    design = edit(design, (draft) => {
      const place = draft.layout[id]
      if (place) place.x += 8
    }).design
    return sceneOf(design)
  }
}
