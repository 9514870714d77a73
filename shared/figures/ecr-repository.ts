import { ecrRepository } from '../elements/ecr-repository'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'

export const ecrRepositoryFigure = defineFigure({
  kind: ecrRepository,
  draw: (context) =>
    node(context, {
      fact: factLine(['ECR', context.spec.imageTagMutability === 'IMMUTABLE' && 'immutable tags']),
    }),
})
