/** Subnets in one text with commas between them, as an Auto Scaling group's `VPCZoneIdentifier` holds them. */
import { referencesIn } from '../../design/references'
import type { Relation } from '../kind'
import { textAt } from './reading'

const MEMBER = 'VPCZoneIdentifier'

export const subnetTextRelation: Relation = {
  path: `/${MEMBER}`,
  to: ['subnet'],
  meaning: 'in-network',
  draw: 'line',
  connect: (spec, { reference }) => {
    const subnets = subnetsIn(spec)
    if (subnets.includes(reference)) return 'They are connected already.'
    spec[MEMBER] = [...subnets, reference].join(',')
    return undefined
  },
  disconnect: (spec, _, to) => {
    const rest = subnetsIn(spec).filter((subnet) => !referencesIn(subnet).some(({ id }) => id === to))
    if (rest.length === 0) delete spec[MEMBER]
    else spec[MEMBER] = rest.join(',')
  },
}

function subnetsIn(spec: Readonly<Record<string, unknown>>): string[] {
  return (textAt(spec, `/${MEMBER}`) ?? '')
    .split(',')
    .map((subnet) => subnet.trim())
    .filter(Boolean)
}
