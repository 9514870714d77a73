/**
 * Copy, cut, paste and duplicate. A copy travels as the text of a small design, so that it pastes into other windows and
 * survives a chat; beside it goes a private type that other programs leave alone.
 */
import { become } from '../../shared/design/become'
import type { Design } from '../../shared/design/design'
import { parseDesign, serialize } from '../../shared/design/serialize'
import { around } from '../../shared/figures/routing/geometry'
import { extract, withDescendants } from '../../shared/graph/copy'
import { graphOf } from '../../shared/graph/graph'
import { parentsIn } from '../../shared/graph/nestings'
import { type Pasted, paste } from '../../shared/graph/paste'
import { MEDIA_TYPE } from '../../shared/pictures/carried/envelope'
import { type FileRead, isPicture } from '../../shared/pictures/carried/file-content'
import { sceneNow } from '../canvas/camera'
import type { Point } from '../canvas/gesture'
import { frameAt, pointerNow } from '../canvas/hand/pointer-now'
import { sceneOfApp } from '../canvas/scene-of-app'
import { copyAsPng, copyAsSvg } from '../document/copy-picture'
import { openPasted } from '../document/import'
import { designInFile } from '../document/open-picture'
import { type App, designOf } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import type { Command } from './command'
import { remove, selectionOf } from './delete'

/** Where a copy goes that nobody points a place for, so that it doesn't hide the original. */
const OFFSET = { x: 24, y: 24 }

/** The private type; a browser only takes one that begins with `web `. */
const TYPE = `web ${MEDIA_TYPE}`

const hasElements: NonNullable<Command['when']> = (app) =>
  selectionOf(app).selected.length > 0 || t('unusable.noElementSelected')

const isDrawn: NonNullable<Command['when']> = (app) =>
  Object.keys(designOf(app.store.getState()).elements).length > 0 || t('unusable.emptyDesign')

export const clipboardCommands: readonly Command[] = [
  {
    id: 'edit.cut',
    role: 'cut',
    keys: ['Mod+KeyX'],
    menu: 'Edit',
    contexts: ['element'],
    separatorBefore: true,
    when: (app) => (app.store.getState().selection.row ? t('unusable.onlyPart') : hasElements(app)),
    run: async (app) => {
      await copy(app)
      const { graph, selected } = selectionOf(app)
      remove(app, 'cut', withDescendants(graph, selected))
    },
  },
  {
    id: 'edit.copy',
    role: 'copy',
    keys: ['Mod+KeyC'],
    menu: 'Edit',
    contexts: ['element', 'row'],
    when: hasElements,
    run: copy,
  },
  {
    id: 'edit.copy-png',
    keys: ['Alt+Shift+KeyC'],
    menu: 'Edit',
    contexts: ['element', 'canvas'],
    when: isDrawn,
    run: copyAsPng,
  },
  {
    id: 'edit.copy-svg',
    menu: 'Edit',
    contexts: ['element', 'canvas'],
    when: isDrawn,
    run: copyAsSvg,
  },
  {
    id: 'edit.paste',
    role: 'paste',
    keys: ['Mod+KeyV'],
    menu: 'Edit',
    contexts: ['element', 'canvas'],
    run: pasteFromClipboard,
  },
  {
    id: 'edit.duplicate',
    keys: ['Mod+KeyD'],
    menu: 'Edit',
    contexts: ['element', 'row'],
    when: hasElements,
    run: duplicate,
  },
]

/** The clipboard as this window knows it, for hosts that don't let a page read the system's. */
let lastCopied = ''
/** How often the same text was pasted at the same place, none being beside its original: each one lies a step further. */
let repeats: { text: string; at: Point | undefined; times: number } = { text: '', at: undefined, times: 0 }

/** The times that a text was pasted there before in a row. */
function repeated(text: string, at: Point | undefined): number {
  const again = repeats.text === text && repeats.at?.x === at?.x && repeats.at?.y === at?.y
  repeats = { text, at, times: again ? repeats.times + 1 : 0 }
  return repeats.times
}

/** What is still on its way into the clipboard: a quick hand pastes before it is there. */
let copying: Promise<void> = Promise.resolve()

function copy(app: App): Promise<void> {
  copying = write(app)
  return copying
}

async function write(app: App): Promise<void> {
  lastCopied = serialize(extract(designOf(app.store.getState()), selectionOf(app).selected))
  repeats = { text: '', at: undefined, times: 0 }
  const count = selectionOf(app).selected.length
  const blob = (type: string) => new Blob([lastCopied], { type })
  const item = { 'text/plain': blob('text/plain'), [TYPE]: blob(TYPE) }
  try {
    await navigator.clipboard.write([new ClipboardItem(item)])
  } catch {
    // A host without private types, or without any clipboard: then this window remembers.
    await navigator.clipboard?.writeText(lastCopied).catch(() => undefined)
  }
  // Only now: whoever hears it may go to another program at once, and paste there.
  app.announce(t('clipboard.copied', { count }))
}

/** What is on the clipboard: text, or the bytes of a picture where there is none. */
async function read(): Promise<Omit<FileRead, 'name'>> {
  await copying
  try {
    const [item] = await navigator.clipboard.read()
    const type = [TYPE, 'text/plain', 'image/png'].find((one) => item?.types.includes(one))
    if (!item || type === undefined) return { text: lastCopied }
    const content = await item.getType(type)
    if (type === 'image/png') return { text: '', bytes: new Uint8Array(await content.arrayBuffer()) }
    return { text: (await content.text()) || lastCopied }
  } catch {
    return { text: (await navigator.clipboard?.readText().catch(() => '')) || lastCopied }
  }
}

async function pasteFromClipboard(app: App): Promise<void> {
  const found = await read()
  if (isPicture(found)) return pastePicture(app, found)
  const { text } = found
  const piece = parseDesign(text)
  if (piece.ok) {
    pastePiece(app, piece.value, text)
    return
  }
  if (text === '') {
    app.notify({ kind: 'error', text: t('clipboard.empty'), detail: t('clipboard.hint') })
    return
  }
  const failure = await openPasted(app, text)
  if (!failure) return
  // Of prose nobody wants to hear which comma it lacks.
  const isData = failure.code !== 'not-recognised' && /^\s*[[{]|\n/.test(text)
  const detail = isData ? failureText(failure) : t('clipboard.hint')
  app.notify({ kind: 'error', text: t('clipboard.foreign'), detail })
}

/** What a picture carries is pasted as if it had been copied itself. */
async function pastePicture(app: App, found: Omit<FileRead, 'name'>): Promise<void> {
  const read = await designInFile({ ...found, name: t('file.clipboard') })
  if (read.ok) pastePiece(app, read.value.design, read.value.text)
  else app.notify({ kind: 'error', text: failureText(read.error), detail: t('file.unchanged') })
}

/** At the pointer while it is over the canvas, and into what lies there; else beside the original. */
function pastePiece(app: App, piece: Design, text: string): void {
  const scene = sceneNow()
  const at = pointerNow()
  const times = repeated(text, at)
  if (!scene || !at) {
    put(app, 'paste', piece, { x: OFFSET.x * (times + 1), y: OFFSET.y * (times + 1) })
    return
  }
  const shift = shiftTo(piece, at)
  const further = { x: shift.x + OFFSET.x * times, y: shift.y + OFFSET.y * times }
  put(app, 'paste', piece, further, { id: frameAt(scene, at, new Set()) })
}

/** The shift that brings the middle of a piece to a point. */
function shiftTo(piece: Design, { x, y }: Point): Point {
  const places = Object.values(extract(piece, Object.keys(piece.elements)).layout)
  const box = around(places.map(({ x, y, width = 0, height = 0 }) => ({ x, y, width, height })))
  if (!box) return OFFSET
  return { x: Math.round(x - box.x - box.width / 2), y: Math.round(y - box.y - box.height / 2) }
}

/** What the last duplicate made, and of what: made again after a move, the next one is moved as far. */
let lastDuplicate: { readonly originals: readonly string[]; readonly copies: readonly string[] } | undefined

function duplicate(app: App): void {
  const { selected } = selectionOf(app)
  const shift = repeatedShift(app, selected) ?? OFFSET
  const copies = put(app, 'duplicate', extract(designOf(app.store.getState()), selected), shift)
  lastDuplicate = { originals: selected, copies }
}

/** How far the selected copies lie from what they were made of; undefined when the selection is none. */
function repeatedShift(app: App, selected: readonly string[]): Point | undefined {
  if (!lastDuplicate || selected.join() !== lastDuplicate.copies.join()) return undefined
  const { byId } = sceneOfApp(app)
  const from = byId.get(lastDuplicate.originals[0] ?? '')?.rect
  const to = byId.get(lastDuplicate.copies[0] ?? '')?.rect
  return from && to && { x: to.x - from.x, y: to.y - from.y }
}

/** Adds a piece as one step, and selects it. */
export function put(
  app: App,
  verb: 'paste' | 'duplicate',
  piece: Design,
  shift: Point,
  frame?: Parameters<typeof paste>[3],
  mergeKey?: string,
): readonly string[] {
  const { nesting } = app.store.getState()
  const among = nesting === 'logical' ? frame : undefined
  const pasted: Pasted = paste(designOf(app.store.getState()), piece, shift, among)
  const { roots } = pasted
  const design = nesting === 'logical' ? pasted.design : placedInNetwork(app, pasted, frame && pointerNow())
  const count = Object.keys(piece.elements).length
  app.edit(t(`steps.${verb}`, { count }), (draft) => become(draft, design), {
    select: { ids: new Set(roots) },
    ...(mergeKey === undefined ? {} : { mergeKey }),
  })
  return roots
}

/** Subnets say what holds a copy there; its place is at the pointer, else beside that of its original. */
function placedInNetwork(app: App, { design, roots }: Pasted, at: Point | undefined): Design {
  const { byId } = sceneOfApp(app)
  const parents = parentsIn(graphOf(design), 'network')
  const networkLayout = { ...design.networkLayout }
  roots.forEach((id, i) => {
    const frame = byId.get(parents.get(id) ?? '')?.rect
    const place = networkLayout[id]
    if (at) {
      const [x, y] = [at.x + OFFSET.x * i, at.y + OFFSET.y * i]
      networkLayout[id] = { ...place, x: x - (frame?.x ?? 0), y: y - (frame?.y ?? 0) }
    } else if (place) networkLayout[id] = { ...place, x: place.x + OFFSET.x, y: place.y + OFFSET.y }
  })
  return { ...design, networkLayout }
}
