import { task } from '../elements/task'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { frame } from './forms/frame'
import { capacityName } from './forms/launch'

export const taskFigure = defineFigure({
  kind: task,
  draw: (context) => {
    const copies = context.spec.count ?? 1
    return frame(context, {
      border: 'once',
      facts: [context.ask(capacityName), term('runs once')],
      badge: [copies > 1 && `×${copies}`],
      stacked: copies > 1,
    })
  },
})
