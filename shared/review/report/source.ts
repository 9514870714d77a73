/** What the sections of a report are made from. */
import { visible } from '../../basics/characters'
import type { Design } from '../../design/design'
import { kindOf, labelOf } from '../../elements/kinds'
import { readable } from '../../figures/figure-of'
import { type Graph, nameOf } from '../../graph/graph'
import type { Text } from '../../texts/text'
import type { Translate } from '../../texts/translate'
import type { Line, Span } from './report'

export interface Source {
  /** Without the values that look like secrets. */
  readonly design: Design
  readonly graph: Graph
  readonly words: Translate
  /** ISO date: the report is of that day, and waivers are judged on it. */
  readonly today: string
}

/** What a design calls something, as text: nothing hidden in it, and always something to read. */
export function shown(text: string, otherwise = '–'): string {
  const seen = visible(text).trim()
  return seen === '' ? otherwise : seen
}

/** The name of an element, and its kind where the name alone could be anything. */
export function elementLine({ graph, words }: Pick<Source, 'graph' | 'words'>, id: string): Line {
  const element = graph.element(id)
  if (!element) return [shown(id)]
  return [{ strong: shown(nameOf(graph, id)) }, ' ', { muted: words(labelOf(element.kind)) }]
}

/** Names of elements, with commas. */
export function namesOf({ graph }: Pick<Source, 'graph'>, ids: readonly string[]): string {
  return ids.map((id) => shown(nameOf(graph, id))).join(', ')
}

/** A text of a spec as people read it: names in place of references. */
export function specText({ graph }: Pick<Source, 'graph'>, text: string | undefined): string {
  return text === undefined ? '' : shown(readable(graph, text), '')
}

/** Parts of a line with dots between; what is absent or empty is left out. */
export function dotted(parts: readonly (Span | undefined)[]): Line {
  const said = parts.filter((part): part is Span => part !== undefined && part !== '')
  return said.flatMap((part, i): Span[] => (i === 0 ? [part] : [' · ', part]))
}

/** A text that says how many. */
export function countOf(n: number, one: Text, many: Text): Text {
  return n === 1 ? one : many
}

/** What people call a kind. */
export function kindLabel(words: Translate, kind: string): string {
  return kindOf(kind) ? words(labelOf(kind)) : shown(kind)
}
