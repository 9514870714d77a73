import { toNumber } from '../../basics/convert'
import { type Occupancy, occupancyOf } from '../../graph/occupancy'
import { say, type Text, term } from '../../texts/text'
import type { ElementContext } from '../figure'
import type { Meter } from './node'

/** What tasks reserve of instances, as bars; none where the drawing does not say enough. */
export function occupancyMeters({ ask }: ElementContext): readonly Meter[] {
  const found = ask<Occupancy | undefined>(occupancyOf)
  if (!found) return []
  const { cpu, memory } = found
  return [
    { label: 'CPU', share: cpu.reserved / cpu.available, text: numbers(cpu, 'vCPU') },
    { label: term('Memory'), share: memory.reserved / memory.available, text: numbers(memory, 'GB') },
  ]
}

function numbers({ reserved, available }: Occupancy['cpu'], unit: string): Text {
  const short = (amount: number) => toNumber((amount / 1024).toFixed(2))
  return say`${short(reserved)} of ${short(available)} ${unit}`
}
