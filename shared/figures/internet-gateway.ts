import { internetGateway } from '../elements/internet-gateway'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const internetGatewayFigure = defineFigure({
  kind: internetGateway,
  draw: (context) => node(context, { facts: [term('Internet gateway')] }),
})
