import type { z } from 'zod'
import { eksNodeGroup } from '../elements/eks-node-group'
import { say, type Text, term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

type Spec = z.output<typeof eksNodeGroup.spec>

export const eksNodeGroupFigure = defineFigure({
  kind: eksNodeGroup,
  draw: (context) => {
    const [first, ...others] = context.spec.instanceTypes ?? []
    return node(context, {
      facts: [others.length === 0 ? first : `${first} +${others.length}`, size(context.spec)],
      otherwise: term('Node group'),
    })
  },
})

function size({ scalingConfig }: Spec): Text | undefined {
  const { minSize, maxSize } = scalingConfig ?? {}
  if (minSize === undefined && maxSize === undefined) return undefined
  return say`${minSize ?? '?'}–${maxSize ?? '?'} nodes`
}
