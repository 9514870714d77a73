import { fsxOntap } from '../elements/fsx-ontap'
import { defineFigure } from './figure'
import { capacity } from './forms/marks'
import { node } from './forms/node'

export const fsxOntapFigure = defineFigure({
  kind: fsxOntap,
  draw: (context) => node(context, { facts: ['ONTAP', capacity(context.spec.StorageCapacity)] }),
})
