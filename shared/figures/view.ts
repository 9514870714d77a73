/** How a design is looked at: in which nesting and language. */
import type { Design } from '../design/design'
import type { NestingName } from '../graph/nestings'
import { english } from '../texts/text'
import type { Translate } from '../texts/translate'

export interface View {
  readonly nesting: NestingName
  /** Puts words of ours on it; the same function as before means the same language. Absent: English. */
  readonly say?: Translate
}

export type Layout = Design['layout']

const NOWHERE: Layout = {}

/** Clusters with their services. */
export const logicalView: View = { nesting: 'logical' }

/** VPCs with their zones and subnets. */
export const networkView: View = { nesting: 'network' }

/** The places of a design's elements in one nesting. */
export function layoutOf(design: Design, nesting: NestingName): Layout {
  return nesting === 'network' ? (design.networkLayout ?? NOWHERE) : design.layout
}

/** The design with other places in one nesting. */
export function withLayout(design: Design, nesting: NestingName, layout: Layout): Design {
  return nesting === 'network' ? { ...design, networkLayout: layout } : { ...design, layout }
}

export function sameView(a: View, b: View): boolean {
  return a.nesting === b.nesting && sayOf(a) === sayOf(b)
}

/** What puts a view's words into its language. */
export function sayOf({ say = english }: View): Translate {
  return say
}
