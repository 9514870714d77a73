import { subnet } from '../elements/subnet'
import { type Routing, routing } from '../graph/network'
import { defineFigure } from './figure'
import { frame } from './forms/frame'

const reached: Readonly<Record<Routing, string>> = {
  public: 'public',
  nat: 'private',
  isolated: 'isolated',
}

export const subnetFigure = defineFigure({
  kind: subnet,
  draw: (context) => {
    const way = context.ask(routing)
    return frame(context, {
      border: 'none',
      facts: [context.spec.CidrBlock, way && reached[way]],
      small: true,
    })
  },
})
