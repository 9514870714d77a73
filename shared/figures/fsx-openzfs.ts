import { fsxOpenzfs } from '../elements/fsx-openzfs'
import { defineFigure } from './figure'
import { capacity, factLine } from './forms/marks'
import { node } from './forms/node'

export const fsxOpenzfsFigure = defineFigure({
  kind: fsxOpenzfs,
  draw: (context) => node(context, { fact: factLine(['OpenZFS', capacity(context.spec.StorageCapacity)]) }),
})
