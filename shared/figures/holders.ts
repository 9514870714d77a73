/** What is placed in what in a drawing: one of the graph's nestings, but only frames hold, and rows stand for themselves. */
import { cluster } from '../elements/cluster'
import { frame as group } from '../elements/frame'
import type { Graph } from '../graph/graph'
import { type NestingName, parentsIn } from '../graph/nestings'
import { isFrame } from './figure-of'
import type { Layout } from './view'

export interface Holders {
  readonly nesting: NestingName
  readonly roots: readonly string[]
  readonly children: ReadonlyMap<string, readonly string[]>
  /** The frame that an element is placed in. */
  readonly parent: ReadonlyMap<string, string>
  /** Everything that others can be placed in, empty ones too. */
  readonly frames: ReadonlySet<string>
  /** What each element is drawn in, be that a frame or not. */
  readonly drawnIn: ReadonlyMap<string, string>
}

// Edits that change no line keep the map of parents, so what holds what is as it was.
const known = new WeakMap<Graph['parent'], Partial<Record<NestingName, Holders>>>()

/** What is placed in what. */
export function holdersOf(graph: Graph, nesting: NestingName = 'logical'): Holders {
  const both = known.get(graph.parent) ?? {}
  known.set(graph.parent, both)
  const old = both[nesting]
  if (old) return old
  const fresh = derive(graph, nesting)
  both[nesting] = fresh
  return fresh
}

function derive(graph: Graph, nesting: NestingName): Holders {
  const drawnIn = parentsIn(graph, nesting)
  const ids = Object.keys(graph.design.elements)
  const used = new Set(drawnIn.values())
  const frames = new Set(
    ids.filter((id) => isFrame(graph, id) && (nesting === 'logical' || isNetworkFrame(graph, id, used))),
  )
  const roots: string[] = []
  const parent = new Map<string, string>()
  const children = new Map<string, string[]>()
  for (const id of ids) {
    if (graph.rows.has(id)) continue
    let holder = drawnIn.get(id)
    while (holder !== undefined && !frames.has(holder)) holder = drawnIn.get(holder)
    if (holder === undefined) {
      roots.push(id)
      continue
    }
    parent.set(id, holder)
    const list = children.get(holder)
    if (list) list.push(id)
    else children.set(holder, [id])
  }
  return { nesting, roots, children, parent, frames, drawnIn }
}

/** A cluster is no place in a network; neither is a group whose members all stand elsewhere there. */
function isNetworkFrame(graph: Graph, id: string, used: ReadonlySet<string>): boolean {
  const kind = graph.element(id)?.kind
  if (kind === cluster.kind) return false
  return kind !== group.kind || used.has(id) || !graph.children.has(id)
}

/** The frames that show a summary instead of what is in them. */
export function collapsedIn({ frames }: Holders, layout: Layout): ReadonlySet<string> {
  let found: Set<string> | undefined
  for (const id of frames) {
    if (layout[id]?.collapsed !== true) continue
    found ??= new Set()
    found.add(id)
  }
  return found ?? NONE
}

const NONE: ReadonlySet<string> = new Set()
const NOTHING: ReadonlyMap<string, string> = new Map()

/** What is not drawn, each with the collapsed frame that stands for it; the outermost one where they are nested. */
export function hiddenBehind(
  graph: Graph,
  holders: Holders,
  collapsed: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  if (collapsed.size === 0) return NOTHING
  const hidden = new Map<string, string>()
  const hide = (id: string, shown: string) => {
    for (const child of holders.children.get(id) ?? []) {
      hidden.set(child, shown)
      hide(child, shown)
    }
  }
  for (const id of collapsed) if (!isInside(holders, id, collapsed)) hide(id, id)
  for (const row of graph.rows) {
    const shown = hidden.get(itemOf(graph, row))
    if (shown !== undefined) hidden.set(row, shown)
  }
  return hidden
}

function isInside({ parent }: Holders, id: string, frames: ReadonlySet<string>): boolean {
  for (let at = parent.get(id); at !== undefined; at = parent.get(at)) if (frames.has(at)) return true
  return false
}

/** The element with a figure of its own that shows this one, which may be a row of it. */
export function itemOf(graph: Graph, id: string): string {
  let item = id
  while (graph.rows.has(item)) item = graph.parent.get(item) ?? item
  return item
}
