import { externalSystem } from '../elements/external-system'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const externalSystemFigure = defineFigure({
  kind: externalSystem,
  draw: (context) => node(context, { fact: context.spec.type ?? 'External system' }),
})
