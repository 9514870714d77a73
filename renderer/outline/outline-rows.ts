/** The design as the rows of a tree, in the nesting that is shown: elements in elements, rows of cards as leaves. Pure. */
import { memo } from '../../shared/basics/memo'
import { push } from '../../shared/basics/push'
import { kindOf } from '../../shared/elements/kinds'
import type { Graph } from '../../shared/graph/graph'

export interface OutlineRow {
  /** Of an element its id; of a row of its card the pointer, too. */
  readonly key: string
  /** The element. */
  readonly id: string
  /** The row of its card: a container, a listener. */
  readonly pointer?: string
  /** What the row of a card is called. */
  readonly name?: string
  /** 1 for what is on the canvas itself. */
  readonly level: number
  /** Undefined where there is nothing to open. */
  readonly open: boolean | undefined
  /** The place among the rows of the same parent, from 1 on. */
  readonly index: number
  readonly count: number
}

export interface OutlineView {
  /** Keys of the rows that are not as they are to begin with: frames open, cards closed. */
  readonly toggled: ReadonlySet<string>
  /** Absent: everything. Else what is found, in the frames that it is in, all of them open. */
  readonly finds?: ((id: string, name?: string) => boolean) | undefined
}

type Parents = ReadonlyMap<string, string>

interface Tree {
  readonly roots: readonly string[]
  readonly children: ReadonlyMap<string, readonly string[]>
}

/** The key of the row of an element, or of a row of its card. */
export function keyOf(id: string, pointer?: string): string {
  return pointer === undefined ? id : `${id} ${pointer}`
}

const NONE: readonly never[] = []

/** What is in what, in the order of the design. */
function treeOf(elements: Graph['design']['elements'], parents: Parents): Tree {
  const roots: string[] = []
  const children = new Map<string, string[]>()
  for (const id of Object.keys(elements)) {
    const parent = parents.get(id)
    if (parent === undefined) roots.push(id)
    else push(children, parent, id)
  }
  return { roots, children }
}

/** The rows in view, from top to bottom. */
export function outlineRows(graph: Graph, parents: Parents, view: OutlineView): readonly OutlineRow[] {
  const { elements } = graph.design
  const tree = treeOf(elements, parents)
  const found = view.finds && foundIn(graph, parents, view.finds)
  const shown = (ids: readonly string[]) => (found ? ids.filter((id) => found.has(id)) : ids)
  const rows: OutlineRow[] = []
  const add = (ids: readonly string[], level: number, offset: number, count: number) => {
    for (const [i, id] of ids.entries()) {
      const parts = partsOf(elements[id]).filter(({ name }) => view.finds?.(id, name) ?? true)
      const inside = shown(tree.children.get(id) ?? NONE)
      const many = parts.length + inside.length
      const starts = inside.length > 0 || found !== undefined
      const open = many === 0 ? undefined : starts !== view.toggled.has(id)
      rows.push({ key: id, id, level, open, index: offset + i + 1, count })
      if (open !== true) continue
      for (const [n, { pointer, name }] of parts.entries()) {
        const place = { level: level + 1, open: undefined, index: n + 1, count: many }
        rows.push({ key: keyOf(id, pointer), id, pointer, name, ...place })
      }
      add(inside, level + 1, parts.length, many)
    }
  }
  const roots = shown(tree.roots)
  add(roots, 1, 0, roots.length)
  return rows
}

type Elements = Graph['design']['elements']

const partsOfElement = memo((element: Elements[string]) => kindOf(element.kind)?.rows?.(element.spec) ?? NONE)

/** The rows of an element's card. */
function partsOf(element: Elements[string] | undefined) {
  return element ? partsOfElement(element) : NONE
}

/** What fits, or has a row that does, and everything around it. */
function foundIn(graph: Graph, parents: Parents, finds: NonNullable<OutlineView['finds']>) {
  const found = new Set<string>()
  for (const [id, element] of Object.entries(graph.design.elements)) {
    if (!finds(id) && !partsOf(element).some(({ name }) => finds(id, name))) continue
    for (let at: string | undefined = id; at !== undefined && !found.has(at); at = parents.get(at))
      found.add(at)
  }
  return found
}

/** The row around one. */
export function parentIndex(rows: readonly OutlineRow[], index: number): number | undefined {
  const level = rows[index]?.level ?? 1
  for (let i = index - 1; i >= 0; i--) if ((rows[i]?.level ?? 0) < level) return i
  return undefined
}

/** What has to be toggled so that an element shows, or a row of its card. */
export function closedAround(
  parents: Parents,
  toggled: ReadonlySet<string>,
  id: string,
  isRow: boolean,
): readonly string[] {
  const around: string[] = []
  for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
    if (toggled.has(at)) around.push(at)
  }
  const isFrame = isRow && [...parents.values()].includes(id)
  // A card is closed to begin with, and a frame is not.
  return isRow && toggled.has(id) === isFrame ? [...around, id] : around
}
