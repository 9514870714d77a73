/** An element that is dragged onto a line is put between its two ends, where both halves can stand. */
import { type Insertion, insertion } from '../../../shared/consequences/rewire'
import { verdict } from '../../../shared/consequences/verdict'
import type { Design } from '../../../shared/design/design'
import type { Scene, SceneLine } from '../../../shared/figures/scene'
import { type App, designOf } from '../../store'
import { words } from '../../strings/words'
import { zoomNow } from '../camera'
import { drawWithConsequences } from '../change'
import type { Inserting, Point } from '../gesture'
import { lineAt } from '../hit'

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
  const found = line && insertionOf(app, line, id)
  return line && found ? { line: line.id, says: found.title } : undefined
}

// The pointer moves many times over the same line.
let last: { readonly design: Design; readonly key: string; readonly found: Insertion | undefined } | undefined

function insertionOf(app: App, line: SceneLine, id: string): Insertion | undefined {
  const design = designOf(app.store.getState())
  const key = `${line.id} ${id}`
  if (last?.design === design && last.key === key) return last.found
  const found = insertion(design, line.connections, line.head, id)
  const stands = found && !verdict(design, found.candidate, undefined, found.first)
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
