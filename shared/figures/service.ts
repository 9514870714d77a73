import { service } from '../elements/service'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { frame } from './forms/frame'
import { capacityName, instancesAround } from './forms/launch'

export const serviceFigure = defineFigure({
  kind: service,
  draw: (context) => {
    const { schedulingStrategy, desiredCount } = context.spec
    const daemon = schedulingStrategy === 'DAEMON'
    const copies = desiredCount === undefined ? undefined : `×${desiredCount}`
    const instances = daemon ? context.ask(instancesAround) : undefined
    return frame(context, {
      border: 'card',
      facts: [context.ask(capacityName)],
      badge: daemon ? [term('1 per instance'), instances && `×${instances}`] : [copies],
      stacked: daemon || (desiredCount ?? 1) > 1,
    })
  },
})
