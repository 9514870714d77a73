/** US dollars as people write them; sums are exact until here. */
import { say, type Text } from '../texts/text'
import type { Sum } from './totals'

/** Half a cent: less cannot be seen. */
const VISIBLE = 0.005

/** Is an amount, or a difference of two, anything in cents? */
export function isVisible(amount: number): boolean {
  return Math.abs(amount) >= VISIBLE
}

/** “$1,234.50”; what is less than a cent is said to be so, and is not shown as nothing. */
export function money(amount: number): string {
  const size = Math.abs(amount)
  if (size > 0 && !isVisible(size)) return '<$0.01'
  const sign = amount < 0 ? '−' : ''
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
  if (!isVisible(change)) return money(0)
  return change > 0 ? `+${money(change)}` : money(change)
}

/** Does scaling make a difference that can be seen? */
export function scales({ range }: Sum): boolean {
  return isVisible(range.most - range.least)
}

/** “$73.87 a month”, and what scaling may make of it. */
export function perMonth(sum: Sum): Text {
  const { least, most } = sum.range
  return scales(sum)
    ? say`${money(sum.monthly)} a month, from ${money(least)} to ${money(most)} by scaling`
    : say`${money(sum.monthly)} a month`
}
