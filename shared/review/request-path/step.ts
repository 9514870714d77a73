/** One station of a request on its way through the design. */
import { displayName, labelOf } from '../../elements/kinds'
import type { Graph } from '../../graph/graph'
import type { Text } from '../../texts/text'

export interface PathStep {
  /** Differs from that of every other step of the path. */
  readonly key: string
  /** What it is about; the first one is what it is named after. None for what is not drawn, such as the internet. */
  readonly elements: readonly string[]
  /** Ids of the lines by which the request came here. */
  readonly lines: readonly string[]
  /** The listener or the container that it is about: a row of the first element. */
  readonly row?: { readonly element: string; readonly pointer: string }
  readonly title: Text
  /** What it is, where the title is a name. */
  readonly kind?: Text
  /** What happens here, in sentences. */
  readonly says: readonly Text[]
}

export interface Station {
  readonly key?: string
  /** Others that are lit with it. */
  readonly with?: readonly string[]
  readonly lines?: readonly string[]
  readonly row?: string
  readonly title?: Text
  readonly says: readonly (Text | undefined | false)[]
}

/** A step at an element, called by its name and kind unless it has a title of its own. */
export function stepAt(graph: Graph, id: string, station: Station): PathStep {
  const element = graph.element(id)
  const { key = id, with: others = [], lines = [], row, title } = station
  const named = title === undefined && element !== undefined
  return {
    key,
    elements: [id, ...others],
    lines,
    ...(row === undefined ? {} : { row: { element: id, pointer: row } }),
    title: title ?? (element ? displayName(id, element) : id),
    ...(named ? { kind: labelOf(element.kind) } : {}),
    says: station.says.filter((text): text is Text => text !== undefined && text !== false),
  }
}
