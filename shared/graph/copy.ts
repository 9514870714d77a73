/** Copy, paste and duplicate. What is copied travels as a small design, so it pastes into other windows and chats. */

import { setAt, valueAt } from '../basics/json'
import { freeId } from '../basics/slug'
import { type Design, type Element, emptyDesign, type Place } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { mapStrings, retarget } from '../design/references'
import { kindOf } from '../elements/kinds'
import { type Graph, graphOf } from './graph'

/** The elements, everything drawn in them, and the stored lines between them. Their places become absolute. */
export function extract(design: Design, ids: Iterable<string>): Design {
  const graph = graphOf(design)
  const all = withDescendants(graph, ids)
  const roots = new Set([...all].filter((id) => !all.has(graph.parent.get(id) ?? '')))
  const pick = <T>(record: Readonly<Record<string, T>>, keep: (id: string, value: T) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([id, value]) => keep(id, value)))
  return {
    ...emptyDesign(design.name),
    elements: pick(design.elements, (id) => all.has(id)),
    connections: pick(design.connections, (_, line) => all.has(line.from) && all.has(line.to)),
    layout: Object.fromEntries(
      Object.entries(design.layout)
        .filter(([id]) => all.has(id))
        .map(([id, place]) => [id, roots.has(id) ? absolute(design, graph, id) : place]),
    ),
  }
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
export function absolute(design: Design, graph: Graph, id: string): Place {
  const place = { x: 0, y: 0, ...design.layout[id] }
  for (let frame = graph.parent.get(id); frame !== undefined; frame = graph.parent.get(frame)) {
    place.x += design.layout[frame]?.x ?? 0
    place.y += design.layout[frame]?.y ?? 0
  }
  return place
}

/**
 * Adds a copied piece under new ids and free names; lines among its elements come along, and references to elements
 * that were not copied stay as they are. Returns the new ids of the outermost elements.
 */
export function insert(draft: DesignDraft, piece: Design, shift: { x: number; y: number }): string[] {
  const renamed = new Map<string, string>()
  const taken = new Set(Object.keys(draft.elements))
  for (const id of Object.keys(piece.elements)) {
    const next = freeId(baseOf(id), (used) => taken.has(used))
    renamed.set(id, next)
    taken.add(next)
  }
  const rename = (id: string) => renamed.get(id) ?? id
  const names = new Map<string, Set<unknown>>()
  const roots: string[] = []
  const inPiece = graphOf(piece)
  for (const [id, element] of Object.entries(piece.elements)) {
    const next = rename(id)
    const root = !inPiece.parent.has(id)
    if (root) roots.push(next)
    const used = names.get(element.kind) ?? namesInUse(draft, element.kind)
    names.set(element.kind, used)
    const copy = renameIn(element, rename, used)
    used.add(nameIn(copy))
    draft.elements[next] = copy
    const place = piece.layout[id]
    if (place)
      draft.layout[next] = root ? { ...place, x: place.x + shift.x, y: place.y + shift.y } : { ...place }
  }
  for (const [id, line] of Object.entries(piece.connections)) {
    const key = freeId(baseOf(id), (used) => Object.hasOwn(draft.connections, used))
    draft.connections[key] = { ...line, from: rename(line.from), to: rename(line.to) }
  }
  return roots
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
