import { natGateway } from '../../elements/nat-gateway'
import { specOf } from '../../graph/spec'
import { term } from '../../texts/text'
import { defineCost } from '../cost'
import { gb, hoursOf, outGb, zonesOf } from '../inputs'
import { perGb, perHour } from '../simple'

/** By the hour, a regional one in each zone, and by what goes through. https://aws.amazon.com/vpc/pricing/ */
export const natGateways = defineCost({
  id: 'nat-gateways',
  on: [natGateway.kind],
  charges(context) {
    const { graph, id, need } = context
    const spec = specOf(graph, natGateway, id) ?? {}
    const isRegional = spec.AvailabilityMode === 'regional'
    const zones = isRegional ? need(zonesOf(spec.AvailabilityZoneAddresses?.length)) : 1
    const times = isRegional ? ([{ amount: zones ?? 0, unit: 'zone' }] as const) : []
    const hours = hoursOf(context)
    const isPublic = spec.ConnectivityType !== 'private'
    return [
      ...(zones ? perHour(term('NAT gateway'), hours, 'nat-hour', times) : []),
      ...(zones && isPublic ? perHour(term('Public IPv4 addresses'), hours, 'ipv4-hour', times) : []),
      ...perGb(term('Data through the NAT gateway'), need(gb), 'nat-gb'),
      ...(isPublic ? perGb(term('Data to the internet'), need(outGb), 'transfer-out-gb') : []),
    ]
  },
})
