/** How a design is looked at: in which nesting and language, and what somebody holds in the hand. */
import type { Design } from '../design/design'
import type { NestingName } from '../graph/nestings'
import { english } from '../texts/text'
import type { Translate } from '../texts/translate'

export interface View {
  readonly nesting: NestingName
  /** Elements that are being dragged: their frames keep still, so that they can be dragged out. */
  readonly floating: ReadonlySet<string>
  /** Puts words of ours on it; the same function as before means the same language. Absent: English. */
  readonly say?: Translate
}

export type Layout = Design['layout']

const NOTHING: ReadonlySet<string> = new Set()
const NOWHERE: Layout = {}

/** Clusters with their services, nothing in the hand. */
export const logicalView: View = { nesting: 'logical', floating: NOTHING }

/** VPCs with their zones and subnets, nothing in the hand. */
export const networkView: View = { nesting: 'network', floating: NOTHING }

/** The places of a design's elements in one nesting. */
export function layoutOf(design: Design, nesting: NestingName): Layout {
  return nesting === 'network' ? (design.networkLayout ?? NOWHERE) : design.layout
}

/** The design with other places in one nesting. */
export function withLayout(design: Design, nesting: NestingName, layout: Layout): Design {
  return nesting === 'network' ? { ...design, networkLayout: layout } : { ...design, layout }
}

export function sameView(a: View, b: View): boolean {
  if (a.nesting !== b.nesting || sayOf(a) !== sayOf(b) || a.floating.size !== b.floating.size) return false
  if (a.floating === b.floating) return true
  for (const id of a.floating) if (!b.floating.has(id)) return false
  return true
}

/** What puts a view's words into its language. */
export function sayOf({ say = english }: View): Translate {
  return say
}
