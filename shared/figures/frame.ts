import { frame as frameKind } from '../elements/frame'
import { defineFigure } from './figure'
import { frame } from './forms/frame'

export const frameFigure = defineFigure({
  kind: frameKind,
  draw: (context) => frame(context, { border: 'group' }),
})
