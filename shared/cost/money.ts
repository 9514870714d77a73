/** US dollars as people write them; sums are exact until here. */
import { say, type Text } from '../texts/text'
import type { Sum } from './totals'

/** Half a cent: less cannot be seen. */
const VISIBLE = 0.005

/** “$1,234.50”; what is less than a cent is said to be so, and is not shown as nothing. */
export function money(amount: number): string {
  const size = Math.abs(amount)
  const sign = amount < 0 && size >= VISIBLE ? '−' : ''
  if (size > 0 && size < VISIBLE) return '<$0.01'
  const [whole = '0', cents = '00'] = size.toFixed(2).split('.')
  return `${sign}$${inThousands(whole)}.${cents}`
}

/** “1,234,567”. */
function inThousands(digits: string): string {
  const first = digits.length % 3
  const groups = digits.slice(first).match(/\d{3}/g) ?? []
  return [digits.slice(0, first), ...groups].filter((group) => group !== '').join(',')
}

/** “+$12.00”, “−$3.50”, “$0.00”. */
export function moneyChange(change: number): string {
  return change >= VISIBLE ? `+${money(change)}` : Math.abs(change) < VISIBLE ? money(0) : money(change)
}

/** Does scaling make a difference that can be seen? */
export function scales({ range }: Sum): boolean {
  return range.most - range.least >= VISIBLE
}

/** “$73.87 a month”, and what scaling may make of it. */
export function perMonth(sum: Sum): Text {
  const { least, most } = sum.range
  return scales(sum)
    ? say`${money(sum.monthly)} a month, from ${money(least)} to ${money(most)} by scaling`
    : say`${money(sum.monthly)} a month`
}
