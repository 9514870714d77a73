import { nums } from './file'

/** `#2F6FED`, or `#fff`, as three numbers from 0 to 1. */
export function rgb(hex: string): string {
  const digits =
    hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g)
  return nums(...(digits ?? []).map((pair) => Number.parseInt(pair, 16) / 255))
}
