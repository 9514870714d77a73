import { ecrRepository } from '../elements/ecr-repository'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const ecrRepositoryFigure = defineFigure({
  kind: ecrRepository,
  draw: (context) =>
    node(context, {
      facts: ['ECR', context.spec.imageTagMutability === 'IMMUTABLE' && term('immutable tags')],
    }),
})
