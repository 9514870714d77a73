import { sqsQueue } from '../elements/sqs-queue'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'

export const sqsQueueFigure = defineFigure({
  kind: sqsQueue,
  draw: (context) =>
    node(context, { fact: factLine(['SQS', context.spec.Attributes?.FifoQueue === 'true' && 'FIFO']) }),
})
