import { service } from '../elements/service'
import { defineFigure } from './figure'
import { frame } from './forms/frame'
import { launchName } from './forms/launch'

export const serviceFigure = defineFigure({
  kind: service,
  draw: (context) => {
    const { schedulingStrategy, desiredCount } = context.spec
    const daemon = schedulingStrategy === 'DAEMON'
    const copies = desiredCount === undefined ? undefined : `×${desiredCount}`
    return frame(context, {
      border: 'card',
      facts: [context.ask(launchName)],
      badge: daemon ? '1 per instance' : copies,
      stacked: daemon || (desiredCount ?? 1) > 1,
    })
  },
})
