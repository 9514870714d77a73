import { externalSystem } from '../elements/external-system'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const externalSystemFigure = defineFigure({
  kind: externalSystem,
  draw: (context) => node(context, { facts: [context.spec.type], otherwise: term('External system') }),
})
