/** The contract of a kind of cost: one file says what AWS charges for one sort of thing, as sums that can be read. */
import type { Element } from '../design/design'
import type { Graph } from '../graph/graph'
import type { Text } from '../texts/text'
import type { Charge } from './charge'

/** A figure that no drawing holds, such as the GB that a file system stores. People enter it, per element. */
export interface Input {
  /** Its key in `design.estimate.usage[element]`. */
  readonly name: string
  /** “GB stored”. */
  readonly label: Text
  /** Counts until another is entered; without one, what it is for is not included until then. */
  readonly assumed?: number
}

export interface CostContext {
  readonly id: string
  readonly element: Element
  readonly graph: Graph
  /** Hours of a month that what always runs is billed for. */
  readonly hours: number
  /** What was entered, else what is assumed. */
  readonly input: (input: Input) => number | undefined
  /** The same, and says that the estimate leaves something out where there is neither. */
  readonly need: (input: Input) => number | undefined
  /** Says what the estimate leaves out because the drawing does not tell. */
  readonly lacks: (what: Text) => void
}

export interface Cost {
  /** Names the file, and the items in outputs for programs. */
  readonly id: string
  /** The kinds of element that it is charged for. */
  readonly on: readonly string[]
  readonly charges: (context: CostContext) => readonly Charge[]
}

/** Declares a kind of cost; `npm run lists` finds it by this call. */
export function defineCost(cost: Cost): Cost {
  return cost
}
