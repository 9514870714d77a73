import { containerInstance } from '../elements/container-instance'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'
import { occupancyMeters } from './forms/occupancy'

export const containerInstanceFigure = defineFigure({
  kind: containerInstance,
  draw: (context) => {
    const { InstanceType, MinCount, MaxCount, agentConnected } = context.spec
    const copies = MaxCount ?? MinCount ?? 1
    return node(context, {
      facts: [
        InstanceType ?? 'EC2',
        copies > 1 && `×${copies}`,
        agentConnected === false && term('agent disconnected'),
      ],
      meters: occupancyMeters(context),
    })
  },
})
