import { note as noteKind } from '../elements/note'
import { defineFigure } from './figure'
import { note } from './forms/note'

export const noteFigure = defineFigure({
  kind: noteKind,
  draw: (context) => note(context, context.spec.text ?? ''),
})
