import { internetGateway } from '../elements/internet-gateway'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const internetGatewayFigure = defineFigure({
  kind: internetGateway,
  draw: (context) => node(context, { fact: 'Internet gateway' }),
})
