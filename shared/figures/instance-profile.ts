import { instanceProfile } from '../elements/instance-profile'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const instanceProfileFigure = defineFigure({
  kind: instanceProfile,
  draw: (context) => node(context, { facts: [term('Instance profile')] }),
})
