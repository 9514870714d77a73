/** What an estimate is made of. */
import type { Text } from '../texts/text'
import type { Range } from './charge'
import type { Input } from './cost'
import type { Owner } from './owner'
import type { Price } from './price-table'

/** One line of the estimate. */
export interface Item extends Owner {
  /** The kind of cost: `fargate`, `load-balancer`, … */
  readonly cost: string
  readonly element: string
  readonly title: Text
  /** The sum in words. */
  readonly formula: Text
  /** US dollars a month, not rounded. */
  readonly monthly: number
  /** What it may go down and up to by scaling. */
  readonly range?: Range
  /** The keys of the price table that it rests on. */
  readonly prices: readonly string[]
}

/** Something that costs and is not in the sum. */
export interface Gap extends Owner {
  readonly cost: string
  readonly element: string
  /** What is left out, and why. */
  readonly what: Text
  /** The input that would have to be entered. */
  readonly input?: string
  /** The price that is missing. */
  readonly price?: string
}

/** A figure that can be entered for an element. */
export interface Entry extends Input {
  readonly element: string
  /** What was entered. */
  readonly value?: number
}

/** A price that the estimate rests on. */
export interface UsedPrice extends Price {
  readonly key: string
  /** Entered by somebody, instead of the table's. */
  readonly isOwn: boolean
}
