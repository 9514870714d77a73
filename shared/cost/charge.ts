/**
 * One line of an estimate as a sum that can be read: quantities, multiplied with the sum of what each costs. The amount
 * and its formula in words are made of the same numbers, so they never differ.
 */
import { say, type Text } from '../texts/text'
import { plain, type Unit, withUnit } from './units'

/** A number of something that the whole sum is multiplied with. */
export interface Quantity {
  readonly amount: number
  readonly unit: Unit
  /** What it may go down and up to, where scaling changes it. */
  readonly least?: number
  readonly most?: number
}

/** So much of something, at a price of the table, or an amount that somebody entered. */
export type Part = Priced | { readonly dollars: number }

export interface Priced {
  readonly amount: number
  readonly unit: Unit
  /** A key of the price table. */
  readonly price: string
}

export interface Charge {
  /** What is paid for: “Fargate tasks”. */
  readonly title: Text
  readonly times: readonly Quantity[]
  readonly of: readonly Part[]
}

/** A charge of numbers that there can be: a file may hold any, and nothing costs less than nothing. */
export function sound({ title, times, of }: Charge): Charge {
  return {
    title,
    times: times.map((quantity) => ({
      ...quantity,
      amount: countable(quantity.amount),
      ...(quantity.least === undefined ? {} : { least: countable(quantity.least) }),
      ...(quantity.most === undefined ? {} : { most: countable(quantity.most) }),
    })),
    of: of.map((part) => ('price' in part ? { ...part, amount: countable(part.amount) } : part)),
  }
}

function countable(amount: number): number {
  return Number.isFinite(amount) && amount > 0 ? amount : 0
}

export interface Range {
  readonly least: number
  readonly most: number
}

/** Prices by key; undefined where there is none. */
export type Prices = (key: string) => number | undefined

/** The keys of a charge that have no price. */
export function unpriced({ of }: Charge, prices: Prices): readonly string[] {
  return keysOf(of).filter((key) => prices(key) === undefined)
}

/** The keys of the price table that a charge rests on. */
export function keysOf(of: readonly Part[]): readonly string[] {
  return of.flatMap((part) => ('price' in part ? [part.price] : []))
}

/** US dollars for a charge; parts without a price count as nothing, so ask `unpriced` first. */
export function amountOf({ times, of }: Charge, prices: Prices): number {
  return product(times.map(({ amount }) => amount)) * sumOf(of, prices)
}

/** What it may go down and up to; undefined where nothing scales. */
export function rangeOf({ times, of }: Charge, prices: Prices): Range | undefined {
  if (times.every(({ least, most }) => least === undefined && most === undefined)) return undefined
  const sum = sumOf(of, prices)
  return {
    least: product(times.map(({ amount, least }) => least ?? amount)) * sum,
    most: product(times.map(({ amount, most }) => most ?? amount)) * sum,
  }
}

function product(factors: readonly number[]): number {
  return factors.reduce((all, factor) => all * factor, 1)
}

function sumOf(of: readonly Part[], prices: Prices): number {
  return of.reduce(
    (sum, part) => sum + ('price' in part ? part.amount * (prices(part.price) ?? 0) : part.dollars),
    0,
  )
}

/** “2 tasks × 730 h × (0.5 vCPU × $0.04048 + 1 GB × $0.004445)”. */
export function formulaOf({ times, of }: Charge, prices: Prices): Text {
  const factors = times.map(({ amount, unit }) => withUnit(amount, unit))
  const parts = of.map((part) =>
    'price' in part
      ? joined([withUnit(part.amount, part.unit), rate(prices(part.price) ?? 0)], ' × ')
      : rate(part.dollars),
  )
  const sum = joined(parts, ' + ')
  return joined([...factors, parts.length > 1 && factors.length > 0 ? say`(${sum})` : sum], ' × ')
}

function joined(parts: readonly Text[], sign: ' × ' | ' + '): Text {
  const [first = '', ...others] = parts
  return others.reduce(
    (before: Text, part) => (sign === ' × ' ? say`${before} × ${part}` : say`${before} + ${part}`),
    first,
  )
}

/** A price with all its digits, which money in a table has not. */
export function rate(price: number): string {
  const text = plain(price)
  const [, digits = ''] = text.split('.')
  return `$${digits.length < 2 ? price.toFixed(2) : text}`
}
