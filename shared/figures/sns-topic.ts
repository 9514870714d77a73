import { snsTopic } from '../elements/sns-topic'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'

export const snsTopicFigure = defineFigure({
  kind: snsTopic,
  draw: (context) =>
    node(context, { fact: factLine(['SNS', context.spec.Attributes?.FifoTopic === 'true' && 'FIFO']) }),
})
