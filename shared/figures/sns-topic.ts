import { snsTopic } from '../elements/sns-topic'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const snsTopicFigure = defineFigure({
  kind: snsTopic,
  draw: (context) =>
    node(context, { facts: ['SNS', context.spec.Attributes?.FifoTopic === 'true' && 'FIFO'] }),
})
