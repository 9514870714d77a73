/**
 * The contract of a figure: a pure function from an element to marks. Most kinds only say their one fact and leave the
 * drawing to a form (`forms/node.ts`, `forms/frame.ts`, `forms/card.ts`, `forms/note.ts`).
 */
import type { z } from 'zod'
import type { Element } from '../design/design'
import type { Kind } from '../elements/kind'
import type { Graph } from '../graph/graph'
import type { Text } from '../texts/text'
import type { Figure } from './mark'

export interface Size {
  readonly width: number
  readonly height: number
}

/** What a form needs to know of an element, whatever its kind. */
export interface ElementContext {
  readonly id: string
  readonly element: Element
  /** Absent for a kind that this version does not know. */
  readonly kind: Kind | undefined
  /** The name people see. */
  readonly name: string
  /** How large it has to be; absent, or 0 for one side: as its content wants it. Only frames and notes heed it. */
  readonly size: Size | undefined
  /** Words of ours in the language of the drawing; a plain text is a name or a value, and stays. */
  readonly say: (text: Text) => string
  /** A text of the spec as people read it: references by identifier, or by name where AWS has yet to give one. */
  readonly text: (value: string | undefined) => string
  /**
   * A question about the rest of the design; the answer is JSON. The figure is drawn anew only when its element or one
   * of the answers changed.
   */
  readonly ask: <Answer>(question: (graph: Graph, id: string) => Answer) => Answer
}

/** What a figure may look at. */
export interface FigureContext<Spec = Element['spec']> extends ElementContext {
  /** The spec as its schema sees it; references are still inside its strings. */
  readonly spec: Spec
}

export interface ElementFigure {
  readonly kind: string
  readonly draw: (context: FigureContext) => Figure
}

/** Declares what a kind looks like; the kind's schema types the spec that `draw` sees. */
export function defineFigure<Shape extends z.ZodObject>(figure: {
  readonly kind: Kind<Shape>
  readonly draw: (context: FigureContext<z.output<Shape>>) => Figure
}): ElementFigure {
  return { kind: figure.kind.kind, draw: figure.draw as ElementFigure['draw'] }
}
