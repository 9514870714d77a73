import { users } from '../elements/users'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const usersFigure = defineFigure({
  kind: users,
  draw: (context) => node(context, { facts: [term('Internet')] }),
})
