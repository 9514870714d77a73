import { fsxOntap } from '../elements/fsx-ontap'
import { defineFigure } from './figure'
import { capacity, factLine } from './forms/marks'
import { node } from './forms/node'

export const fsxOntapFigure = defineFigure({
  kind: fsxOntap,
  draw: (context) => node(context, { fact: factLine(['ONTAP', capacity(context.spec.StorageCapacity)]) }),
})
