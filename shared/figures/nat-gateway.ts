import { natGateway } from '../elements/nat-gateway'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const natGatewayFigure = defineFigure({
  kind: natGateway,
  draw: (context) => {
    const { ConnectivityType, AvailabilityMode } = context.spec
    return node(context, {
      facts: [
        'NAT',
        ConnectivityType === 'private' ? term('private') : term('public'),
        AvailabilityMode === 'regional' && term('regional'),
      ],
    })
  },
})
