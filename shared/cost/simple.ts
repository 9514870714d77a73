/** The two commonest sums: so many hours, and so many gigabytes. */
import type { Text } from '../texts/text'
import type { Charge, Quantity } from './charge'

/** Hours at a price, as many times as there are things. */
export function perHour(
  title: Text,
  hours: number,
  price: string,
  times: readonly Quantity[] = [],
): readonly Charge[] {
  return [{ title, times, of: [{ amount: hours, unit: 'h', price }] }]
}

/** Gigabytes at a price; nothing while they are not entered. */
export function perGb(
  title: Text,
  gigabytes: number | undefined,
  price: string,
  times: readonly Quantity[] = [],
): readonly Charge[] {
  return gigabytes === undefined ? [] : [{ title, times, of: [{ amount: gigabytes, unit: 'gb', price }] }]
}
