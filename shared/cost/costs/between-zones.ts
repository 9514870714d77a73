import { vpc } from '../../elements/vpc'
import { term } from '../../texts/text'
import { defineCost } from '../cost'
import { perGb } from '../simple'

/** Data between Availability Zones costs on both sides. https://aws.amazon.com/ec2/pricing/on-demand/ */
export const betweenZones = defineCost({
  id: 'between-zones',
  on: [vpc.kind],
  charges({ need }) {
    const sent = need({ name: 'zoneGb', label: term('GB between Availability Zones a month') })
    const times = [{ amount: 2, unit: 'direction' }] as const
    return perGb(term('Data between Availability Zones'), sent, 'transfer-zone-gb', times)
  },
})
