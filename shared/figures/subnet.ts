import { subnet } from '../elements/subnet'
import { type Routing, routing } from '../graph/network'
import { type Text, term } from '../texts/text'
import { defineFigure } from './figure'
import { frame } from './forms/frame'

const reached: Readonly<Record<Routing, Text>> = {
  public: term('public'),
  nat: term('private'),
  isolated: term('isolated'),
}

export const subnetFigure = defineFigure({
  kind: subnet,
  draw: (context) => {
    const way = context.ask(routing)
    const { AvailabilityZone: zone, CidrBlock } = context.spec
    // A zone that is drawn is the frame around, or at the end of a line.
    const inZone = zone?.includes('@{') ? undefined : zone
    return frame(context, {
      border: 'none',
      facts: [inZone, CidrBlock, way && reached[way]],
      small: true,
    })
  },
})
