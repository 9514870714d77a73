import { users } from '../elements/users'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const usersFigure = defineFigure({
  kind: users,
  draw: (context) => node(context, { fact: 'Internet' }),
})
