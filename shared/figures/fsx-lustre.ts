import { fsxLustre } from '../elements/fsx-lustre'
import { defineFigure } from './figure'
import { capacity } from './forms/marks'
import { node } from './forms/node'

export const fsxLustreFigure = defineFigure({
  kind: fsxLustre,
  draw: (context) => node(context, { facts: ['Lustre', capacity(context.spec.StorageCapacity)] }),
})
