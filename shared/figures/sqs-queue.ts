import { sqsQueue } from '../elements/sqs-queue'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const sqsQueueFigure = defineFigure({
  kind: sqsQueue,
  draw: (context) =>
    node(context, { facts: ['SQS', context.spec.Attributes?.FifoQueue === 'true' && 'FIFO'] }),
})
