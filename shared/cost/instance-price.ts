/**
 * Prices of instances. AWS prices the sizes of a family in proportion, up to a rounding of the last digit, so the table
 * needs one size of a family; GPU families have no such rule and are listed size by size.
 */
import { toNumber } from '../basics/convert'
import { own } from '../basics/own'
import type { Price } from './price-table'

const INSTANCE = /^(ec2-[a-z]+-[cmrt]\d[\w-]*)\.(nano|micro|small|medium|large|(\d*)xlarge)$/

/** How many times the size `large` a size is. */
const small: Readonly<Record<string, number>> = {
  nano: 1 / 16,
  micro: 1 / 8,
  small: 1 / 4,
  medium: 1 / 2,
  large: 1,
}

/** The price of a key: its own, else that of its size by another size of its family. */
export function priceOf(prices: ReadonlyMap<string, Price>, key: string): Price | undefined {
  const listed = prices.get(key)
  if (listed) return listed
  const wanted = sizeOf(key)
  const base = wanted && familiesOf(prices).get(wanted.family)
  return wanted && base ? { ...base.price, price: (base.price.price * wanted.size) / base.size } : undefined
}

interface Size {
  /** With the operating system: `ec2-linux-m5`. */
  readonly family: string
  readonly size: number
}

function sizeOf(key: string): Size | undefined {
  const [, family, size, times] = INSTANCE.exec(key) ?? []
  if (family === undefined || size === undefined) return undefined
  return { family, size: own(small, size) ?? toNumber(times || 1) * 2 }
}

interface Base {
  readonly price: Price
  readonly size: number
}

const known = new WeakMap<ReadonlyMap<string, Price>, ReadonlyMap<string, Base>>()

/** Of each family the largest listed size, whose rounding weighs least. */
function familiesOf(prices: ReadonlyMap<string, Price>): ReadonlyMap<string, Base> {
  const old = known.get(prices)
  if (old) return old
  const fresh = new Map<string, Base>()
  for (const [key, price] of prices) {
    const listed = sizeOf(key)
    if (listed && (fresh.get(listed.family)?.size ?? 0) < listed.size)
      fresh.set(listed.family, { price, size: listed.size })
  }
  known.set(prices, fresh)
  return fresh
}
