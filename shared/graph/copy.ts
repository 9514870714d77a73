/** Copy, paste and duplicate. What is copied travels as a small design, so it pastes into other windows and chats. */

import { current, isDraft } from 'immer'
import { setAt, valueAt } from '../basics/json'
import { freeId } from '../basics/slug'
import { type Design, type Element, emptyDesign, type Place } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { mapStrings, retarget } from '../design/references'
import { takenIds } from '../design/taken-ids'
import { kindOf } from '../elements/kinds'
import { type Graph, graphOf } from './graph'
import { type NestingName, parentsIn } from './nestings'

/**
 * The elements, everything drawn in them, and the stored lines between them. Their places become absolute, in both
 * nestings.
 */
export function extract(design: Design, ids: Iterable<string>): Design {
  const graph = graphOf(design)
  const all = withDescendants(graph, ids)
  const pick = <T>(record: Readonly<Record<string, T>>, keep: (id: string, value: T) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([id, value]) => keep(id, value)))
  const isRoot = (nesting: NestingName, id: string) => !all.has(parentsIn(graph, nesting).get(id) ?? '')
  const places = (nesting: NestingName) =>
    Object.fromEntries(
      Object.entries(pick(placesOf(design, nesting), (id) => all.has(id))).map(([id, place]) => [
        id,
        isRoot(nesting, id) ? absolute(design, graph, id, nesting) : place,
      ]),
    )
  const inner = graph.connections.filter(({ from, to }) => all.has(from) && all.has(to))
  const lines = new Set(inner.map(({ id }) => id))
  const piece: Design = {
    ...emptyDesign(design.name),
    elements: pick(design.elements, (id) => all.has(id)),
    connections: pick(design.connections, (_, line) => all.has(line.from) && all.has(line.to)),
    layout: places('logical'),
  }
  if (design.networkLayout) piece.networkLayout = places('network')
  if (design.routes) piece.routes = pick(design.routes, (id) => lines.has(id))
  return piece
}

function placesOf(design: Design, nesting: NestingName): Design['layout'] {
  return (nesting === 'network' ? design.networkLayout : design.layout) ?? {}
}

/** The ids and all that is drawn in them, at any depth. */
export function withDescendants(graph: Graph, ids: Iterable<string>): Set<string> {
  const all = new Set<string>()
  const visit = (id: string) => {
    if (all.has(id) || !graph.element(id)) return
    all.add(id)
    for (const child of graph.children.get(id) ?? []) visit(child)
  }
  for (const id of ids) visit(id)
  return all
}

/** An element's place on the canvas, whatever it is drawn in. */
export function absolute(design: Design, graph: Graph, id: string, nesting: NestingName = 'logical'): Place {
  const layout = placesOf(design, nesting)
  const { x, y } = originOf(layout, parentsIn(graph, nesting).get(id), parentsIn(graph, nesting))
  const place = layout[id]
  return { ...place, x: (place?.x ?? 0) + x, y: (place?.y ?? 0) + y }
}

/** Where a frame begins on the canvas. */
function originOf(
  layout: Design['layout'],
  frame: string | undefined,
  parents: ReadonlyMap<string, string>,
): { x: number; y: number } {
  const origin = { x: 0, y: 0 }
  for (let at = frame; at !== undefined; at = parents.get(at)) {
    origin.x += layout[at]?.x ?? 0
    origin.y += layout[at]?.y ?? 0
  }
  return origin
}

interface Shift {
  readonly x: number
  readonly y: number
}

/**
 * Adds a copied piece under new ids and free names; lines among its elements come along, and references to elements
 * that were not copied stay as they are. Returns the new ids of the outermost elements.
 */
export function insert(draft: DesignDraft, piece: Design, shift: Shift): string[] {
  const renamed = new Map<string, string>()
  const isTaken = takenIds(draft)
  const taken = new Set<string>()
  for (const id of Object.keys(piece.elements)) {
    const next = freeId(baseOf(id), (used) => taken.has(used) || isTaken(used))
    renamed.set(id, next)
    taken.add(next)
  }
  const rename = (id: string) => renamed.get(id) ?? id
  const names = new Map<string, Set<unknown>>()
  for (const [id, element] of Object.entries(piece.elements)) {
    const used = names.get(element.kind) ?? namesInUse(draft, element.kind)
    names.set(element.kind, used)
    const copy = renameIn(element, rename, used)
    used.add(nameIn(copy))
    draft.elements[rename(id)] = copy
  }
  const lines = new Map<string, string>()
  for (const [id, line] of Object.entries(piece.connections)) {
    const key = freeId(baseOf(id), (used) => Object.hasOwn(draft.connections, used))
    draft.connections[key] = { ...line, from: rename(line.from), to: rename(line.to) }
    lines.set(id, key)
  }
  insertPlaces(draft, piece, 'logical', shift, rename)
  if (piece.networkLayout) insertPlaces(draft, piece, 'network', shift, rename)
  insertRoutes(draft, piece, shift, (line) => {
    const [from = '', pointer] = line.split(/(?=#)/, 2)
    return lines.get(line) ?? (pointer === undefined ? undefined : `${rename(from)}${pointer}`)
  })
  const inPiece = graphOf(piece).parent
  return Object.keys(piece.elements).flatMap((id) => (inPiece.has(id) ? [] : [rename(id)]))
}

/**
 * The outermost elements are where they were on the canvas, shifted, even where a reference that stayed puts them in a
 * frame: a copied service is in the cluster of the first one.
 */
function insertPlaces(
  draft: DesignDraft,
  piece: Design,
  nesting: NestingName,
  shift: Shift,
  rename: (id: string) => string,
): void {
  const inPiece = parentsIn(graphOf(piece), nesting)
  const design = (isDraft(draft) ? current(draft) : draft) as Design
  const parents = parentsIn(graphOf(design), nesting)
  if (nesting === 'network') draft.networkLayout ??= {}
  const layout = (nesting === 'network' ? draft.networkLayout : undefined) ?? draft.layout
  for (const [id, place] of Object.entries(placesOf(piece, nesting))) {
    const next = rename(id)
    if (inPiece.has(id)) {
      layout[next] = { ...place }
      continue
    }
    const origin = originOf(placesOf(design, nesting), parents.get(next), parents)
    layout[next] = { ...place, x: place.x + shift.x - origin.x, y: place.y + shift.y - origin.y }
  }
}

function insertRoutes(
  draft: DesignDraft,
  piece: Design,
  shift: Shift,
  rename: (line: string) => string | undefined,
): void {
  for (const [id, route] of Object.entries(piece.routes ?? {})) {
    const next = rename(id)
    if (next === undefined) continue
    draft.routes ??= {}
    const points = route.points.map((point) => ({ ...point, x: point.x + shift.x, y: point.y + shift.y }))
    draft.routes[next] = { ...route, points }
  }
}

/** `api-2` copied becomes `api-3`, not `api-2-2`. */
function baseOf(id: string): string {
  return id.replace(/-\d+$/, '')
}

function namesInUse(draft: DesignDraft, kindName: string): Set<unknown> {
  return new Set(
    Object.values(draft.elements)
      .filter((element) => element.kind === kindName)
      .map(nameIn),
  )
}

/** The value at the kind's naming member. */
function nameIn(element: Element): unknown {
  const pointer = kindOf(element.kind)?.name
  return pointer === undefined ? undefined : valueAt(element.spec, pointer)
}

function renameIn(element: Element, rename: (id: string) => string, names: ReadonlySet<unknown>): Element {
  const copy = structuredCopy(element)
  copy.spec = mapStrings(copy.spec, (text) => retarget(text, rename))
  if (copy.inside !== undefined) copy.inside = rename(copy.inside)
  const pointer = kindOf(copy.kind)?.name
  const name = nameIn(copy)
  if (pointer !== undefined && typeof name === 'string' && names.has(name)) {
    copy.spec = structuredCopy(copy.spec)
    setAt(
      copy.spec,
      pointer,
      freeId(baseOf(name), (used) => names.has(used)),
    )
    // What exists in AWS under the old name is not this copy.
    delete copy.existing
  }
  return copy
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
