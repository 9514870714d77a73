import { natGateway } from '../elements/nat-gateway'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'

export const natGatewayFigure = defineFigure({
  kind: natGateway,
  draw: (context) => {
    const { ConnectivityType, AvailabilityMode } = context.spec
    return node(context, {
      fact: factLine(['NAT', ConnectivityType ?? 'public', AvailabilityMode === 'regional' && 'regional']),
    })
  },
})
