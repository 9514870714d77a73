import { fsxWindows } from '../elements/fsx-windows'
import { defineFigure } from './figure'
import { capacity } from './forms/marks'
import { node } from './forms/node'

export const fsxWindowsFigure = defineFigure({
  kind: fsxWindows,
  draw: (context) => node(context, { facts: ['Windows', capacity(context.spec.StorageCapacity)] }),
})
