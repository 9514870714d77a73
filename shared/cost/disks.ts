/** What EBS asks for a disk: what is stored, and speed above what is included. https://aws.amazon.com/ebs/pricing/ */
import type { Part, Quantity } from './charge'
import { HOURS_PER_MONTH } from './inputs'

export interface Disk {
  readonly type: string
  /** GiB. */
  readonly size: number
  readonly iops?: number | undefined
  /** MiB/s. */
  readonly throughput?: number | undefined
}

/** Included in the price of gp3. */
const INCLUDED = { iops: 3000, throughput: 125 } as const

/** Its price for a whole month. */
export function disk({ type, size, iops = 0, throughput = 0 }: Disk): readonly Part[] {
  const key = `ebs-${type}`
  const isGp3 = type === 'gp3'
  const moreIops = isGp3 ? Math.max(0, iops - INCLUDED.iops) : type.startsWith('io') ? iops : 0
  const more = isGp3 ? Math.max(0, throughput - INCLUDED.throughput) : 0
  return [
    { amount: size, unit: 'gib', price: `${key}-gb` },
    ...(moreIops > 0 ? [{ amount: moreIops, unit: 'iops', price: `${key}-iops` } as const] : []),
    ...(more > 0 ? [{ amount: more, unit: 'mibps', price: `${key}-mibps` } as const] : []),
  ]
}

/** Hours as a part of the month by which storage is priced; none for the whole of it. */
export function asMonths(hours: number): readonly Quantity[] {
  return hours === HOURS_PER_MONTH ? [] : [{ amount: hours / HOURS_PER_MONTH, unit: 'month' }]
}
