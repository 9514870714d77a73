import { task } from '../elements/task'
import { defineFigure } from './figure'
import { frame } from './forms/frame'
import { capacityName } from './forms/launch'

export const taskFigure = defineFigure({
  kind: task,
  draw: (context) => {
    const copies = context.spec.count ?? 1
    return frame(context, {
      border: 'once',
      facts: [context.ask(capacityName), 'runs once'],
      badge: copies > 1 ? `×${copies}` : undefined,
      stacked: copies > 1,
    })
  },
})
