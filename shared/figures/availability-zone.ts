import { availabilityZone } from '../elements/availability-zone'
import { defineFigure } from './figure'
import { frame } from './forms/frame'

export const availabilityZoneFigure = defineFigure({
  kind: availabilityZone,
  draw: (context) => frame(context, { border: 'dashed' }),
})
