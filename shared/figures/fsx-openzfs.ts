import { fsxOpenzfs } from '../elements/fsx-openzfs'
import { defineFigure } from './figure'
import { capacity } from './forms/marks'
import { node } from './forms/node'

export const fsxOpenzfsFigure = defineFigure({
  kind: fsxOpenzfs,
  draw: (context) => node(context, { facts: ['OpenZFS', capacity(context.spec.StorageCapacity)] }),
})
