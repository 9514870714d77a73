import { containerInstance } from '../elements/container-instance'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'
import { occupancyMeters } from './forms/occupancy'

export const containerInstanceFigure = defineFigure({
  kind: containerInstance,
  draw: (context) => {
    const { InstanceType, MinCount, MaxCount, agentConnected } = context.spec
    const copies = MaxCount ?? MinCount ?? 1
    return node(context, {
      fact: factLine([
        InstanceType ?? 'EC2',
        copies > 1 && `×${copies}`,
        agentConnected === false && 'agent disconnected',
      ]),
      meters: occupancyMeters(context),
    })
  },
})
