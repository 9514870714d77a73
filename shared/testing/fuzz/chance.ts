/** Chance that can be had again: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** A whole number from 0 to below `n`. */
  readonly below: (n: number) => number
  readonly pick: <T>(items: readonly T[]) => T
}

/** mulberry32: 32 bits of state are enough for one input. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    pick: (items) => {
      if (items.length === 0) throw new Error('There is nothing to pick from.')
      return items[below(items.length)] as (typeof items)[number]
    },
  }
}
