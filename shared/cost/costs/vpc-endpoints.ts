import { vpcEndpoint } from '../../elements/vpc-endpoint'
import { specOf } from '../../graph/spec'
import { term } from '../../texts/text'
import { defineCost } from '../cost'
import { gb, hoursOf, zonesOf } from '../inputs'
import { perGb, perHour } from '../simple'

/** An endpoint with addresses costs in each zone; one by route tables costs nothing. */
export const vpcEndpoints = defineCost({
  id: 'vpc-endpoints',
  on: [vpcEndpoint.kind],
  charges(context) {
    const { graph, id, need } = context
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html: Gateway when left out.
    const { VpcEndpointType: type = 'Gateway', SubnetIds } = specOf(graph, vpcEndpoint, id) ?? {}
    if (type !== 'Interface' && type !== 'GatewayLoadBalancer') return []
    const zones = need(zonesOf(SubnetIds?.length))
    const times = [{ amount: zones ?? 0, unit: 'zone' }] as const
    return [
      ...(zones ? perHour(term('VPC endpoint'), hoursOf(context), 'endpoint-hour', times) : []),
      ...perGb(term('Data through the VPC endpoint'), need(gb), 'endpoint-gb'),
    ]
  },
})
