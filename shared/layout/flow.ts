/** Which way things flow on the canvas, whatever way the specs refer to each other. */
import type { DrawnLine, LineEnd } from '../figures/lines'

/** A line as the layout sees it: `source` stands at the left. */
export interface Flow {
  readonly source: LineEnd
  readonly target: LineEnd
  readonly meaning: string
}

/** Meanings whose target stands left of what refers to it: capacity before services, load balancers before both. */
const backwards: ReadonlySet<string> = new Set(['registers', 'provides'])

/** Meanings that make up the main flow; an element that takes part in it is no satellite. */
const main: ReadonlySet<string> = new Set(['traffic', 'forwards', 'registers', 'feeds'])

export function flowOf({ from, to, meaning }: DrawnLine): Flow {
  return backwards.has(meaning)
    ? { source: to, target: from, meaning }
    : { source: from, target: to, meaning }
}

export function isMain(meaning: string): boolean {
  return main.has(meaning)
}
