/** An element that is dragged onto a line is put between its two ends, where both halves can stand. */
import { type Insertion, insertion } from '../../../shared/consequences/rewire'
import { verdict } from '../../../shared/consequences/verdict'
import type { Design } from '../../../shared/design/design'
import { edit } from '../../../shared/design/edit'
import type { Scene, SceneLine } from '../../../shared/figures/scene'
import { drop } from '../../../shared/graph/add'
import { graphOf } from '../../../shared/graph/graph'
import { type App, designOf } from '../../store'
import { words } from '../../strings/words'
import { zoomNow } from '../camera'
import { drawWithConsequences } from '../change'
import type { Inserting, Point } from '../gesture'
import { itemAt, lineAt } from '../hit'

/** How near to a line the pointer has to be, in pixels of the screen. */
const REACH = 12

/** The line under the pointer that the dragged element would be put on. */
export function insertingAt(
  app: App,
  scene: Scene,
  ids: ReadonlySet<string>,
  point: Point,
): Inserting | undefined {
  const [id] = ids
  if (ids.size !== 1 || id === undefined) return undefined
  const line = lineAt(scene, point, REACH / zoomNow())
  const design = designOf(app.store.getState())
  const found = line && insertionOf(design, line, id, () => ({ design, id }))
  return line && found ? { line: line.id, says: found.title } : undefined
}

/** The line under the pointer that something new from the palette would be put on; none where a card lies. */
export function insertingNew(app: App, scene: Scene, item: string, point: Point): Inserting | undefined {
  const over = itemAt(scene, point)
  const line = over && !over.figure.content ? undefined : lineAt(scene, point, REACH / zoomNow())
  if (!line) return undefined
  const design = designOf(app.store.getState())
  const found = insertionOf(design, line, `new ${item}`, () => {
    let id = ''
    const { design: tried } = edit(design, (draft) => {
      id = drop(draft, graphOf(design), item, undefined, () => ({ x: 0, y: 0 }))
    })
    return { design: tried, id }
  })
  return found && { line: line.id, says: found.title }
}

// The pointer moves many times over the same line.
let last: { readonly design: Design; readonly key: string; readonly found: Insertion | undefined } | undefined

function insertionOf(
  design: Design,
  line: SceneLine,
  what: string,
  tried: () => { readonly design: Design; readonly id: string },
): Insertion | undefined {
  const key = `${line.id} ${what}`
  if (last?.design === design && last.key === key) return last.found
  const { design: now, id } = tried()
  const found = insertion(now, line.connections, line.head, id)
  const stands = found && !verdict(now, found.candidate, undefined, found.first)
  last = { design, key, found: stands ? found : undefined }
  return last.found
}

/** Puts it there, as a part of the step before; false when it can't be any more. */
export function insertInto(
  app: App,
  scene: Scene,
  { line: lineId }: Inserting,
  ids: ReadonlySet<string>,
  mergeKey: string,
): boolean {
  const line = scene.lines.find(({ id }) => id === lineId)
  const [id] = ids
  if (!line || id === undefined) return false
  const found = insertion(designOf(app.store.getState()), line.connections, line.head, id)
  if (!found) return false
  drawWithConsequences(app, found.candidate, undefined, found.first, { title: words(found.title), mergeKey })
  return true
}
