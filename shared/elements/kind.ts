/**
 * The contract of an element kind. A kind file says what AWS calls its configuration, what may refer to what, and how
 * it is named; palette entry, inspector form, nesting, lines, import and export all follow from it.
 */
import type { z } from 'zod'
import type { Element, Meaningful } from '../design/design'
import type { Text } from '../texts/text'
import type { MeaningId } from './meanings'

export type Category =
  | 'compute'
  | 'networking'
  | 'storage'
  | 'security'
  | 'management'
  | 'database'
  | 'general'

/** An identifier that other specs use: `uri`, `arn`, `fileSystemId`. */
export interface Attribute {
  readonly label: string
  /**
   * The identifier as far as the drawing determines it: an ECR repository's URI follows from account, Region and name.
   * Absent, or undefined as an answer, where only AWS can know it; `existing` comes before it either way.
   */
  readonly derive?: (element: Element, design: Meaningful) => string | undefined
}

export interface ConnectRequest {
  /** The element that is being referred to. */
  readonly target: Element
  /** The name people see for it. */
  readonly name: string
  /** The whole design, for what has to be looked up, such as the container that listens for a service. */
  readonly design: Meaningful
  /** Ready to be written: `@{id.attribute}`. */
  readonly reference: string
  /** JSON pointer of the row the line was drawn from or to, such as `/containerDefinitions/1`. */
  readonly row?: string
}

/** What a reference at one place of a spec means, and how drawing and erasing a line writes it. */
export interface Relation {
  /** Pattern of a JSON pointer into the spec; a star stands for one segment. */
  readonly path: string
  /** The kinds that may stand there. */
  readonly to: readonly string[]
  readonly meaning: MeaningId
  /** Which attribute of the target stands there, when it isn't the target's default one. */
  readonly attribute?: string
  /**
   * `line`: an arrow. `inside`: this element is drawn in the target. `holds`: the target is drawn in this element, and
   * `row`: as one of its rows, as long as nothing else refers to it that way (then it stands alone, with lines).
   */
  readonly draw: 'line' | 'inside' | 'holds' | 'row'
  /** The arrow's head is at the target unless the thing flows to this element (an image into a task). */
  readonly flow?: 'out' | 'in'
  /**
   * Writes the reference into a mutable spec. Needed where the path has a star; without one the member is simply set.
   * Returning a text refuses, and says why.
   */
  readonly connect?: (spec: MutableSpec, request: ConnectRequest) => Text | undefined
  /**
   * Takes it out again; `to` tells which reference where a text holds several. Without it the member or list item at the
   * pointer is removed, and lists left empty with it.
   */
  readonly disconnect?: (spec: MutableSpec, pointer: string, to: string) => void
  /**
   * False: found in a spec it is shown, but no new line is made with it, because another relation between the same
   * kinds is what people mean by one.
   */
  readonly drawable?: false
  /**
   * The place holds labels that pick elements, not a reference: the graph finds which (`graph/selected.ts`). `connect` and
   * `disconnect` are needed then.
   */
  readonly selects?: true
  /**
   * What the line's pill says: a value as it is written (`/data rw`, `HTTPS 443`), or words of ours. Absent: the
   * meaning's label.
   */
  readonly label?: (spec: Element['spec'], pointer: string) => Text | undefined
}

// A spec of any kind, while it is being edited.
// biome-ignore lint/suspicious/noExplicitAny: the shape is the kind's own; each kind narrows it with its schema's type.
export type MutableSpec = Record<string, any>

/** A line to another kind that no spec holds; it is stored in the design's `connections`. */
export interface FreeLink {
  readonly meaning: MeaningId
  readonly to: readonly string[]
}

/** A kind that always stands between two others: drawing a line between those makes one, connected with both. */
export interface Join {
  /** Kinds that refer to it, by their relations. */
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly meaning: MeaningId
  /** Ends its id, after that of what it leads to. */
  readonly named: string
  /** Fits the new one to what it stands between. */
  readonly prepare?: (spec: MutableSpec, from: Element, to: Element) => void
  /** Fits what the line began at to the new one. */
  readonly settle?: (spec: MutableSpec, to: Element) => void
}

export interface Row {
  /** JSON pointer of the row's part of the spec, such as `/containerDefinitions/0`. */
  readonly pointer: string
  readonly name: string
}

export interface Kind<Shape extends z.ZodObject = z.ZodObject> {
  readonly kind: string
  /** AWS's name of it, as in the console. */
  readonly label: string
  /** One sentence for the palette's tooltip. */
  readonly summary: string
  readonly category: Category
  /** Other words people search for. */
  readonly keywords?: readonly string[]
  /** AWS's page about it. */
  readonly docs: string
  /** A file in `assets/icons`, without its ending; absent for what AWS has no icon for. */
  readonly icon?: string
  /** One of our own signs (`shared/figures/glyphs.ts`) where AWS has no icon. */
  readonly glyph?: string
  readonly spec: Shape
  /** The spec of a new one. `name` is free in the design; members without a sensible default are left out. */
  readonly defaults: (name: string) => z.input<Shape>
  /** JSON pointer of the member that names it; absent: its `label` in the design does. */
  readonly name?: string
  /** The first one is the default. */
  readonly attributes: Readonly<Record<string, Attribute>>
  readonly relations: readonly Relation[]
  readonly links?: readonly FreeLink[]
  readonly join?: Join
  /** Drawn as a frame that others are placed in. */
  readonly frame?: boolean
  /** Kinds that may be placed in it although no spec can say so; `*` is every kind. Stored as `inside`. */
  readonly places?: readonly string[]
  /** Parts of the spec that the figure shows as rows with ports of their own. */
  readonly rows?: (spec: Element['spec']) => readonly Row[]
  /** Left out of the palette: it comes with another element or only by import. */
  readonly hidden?: boolean
}

/** Checks a kind's declaration against the contract and keeps its exact type. */
export function defineKind<const Shape extends z.ZodObject>(kind: Kind<Shape>): Kind<Shape> {
  return kind
}
