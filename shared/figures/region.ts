import { region } from '../elements/region'
import { defineFigure } from './figure'
import { frame } from './forms/frame'

export const regionFigure = defineFigure({
  kind: region,
  draw: (context) => frame(context, { border: 'dashed' }),
})
