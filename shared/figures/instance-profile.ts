import { instanceProfile } from '../elements/instance-profile'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const instanceProfileFigure = defineFigure({
  kind: instanceProfile,
  draw: (context) => node(context, { fact: 'Instance profile' }),
})
