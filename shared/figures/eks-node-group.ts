import type { z } from 'zod'
import { eksNodeGroup } from '../elements/eks-node-group'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'

type Spec = z.output<typeof eksNodeGroup.spec>

export const eksNodeGroupFigure = defineFigure({
  kind: eksNodeGroup,
  draw: (context) => {
    const [first, ...others] = context.spec.instanceTypes ?? []
    return node(context, {
      fact:
        factLine([others.length === 0 ? first : `${first} +${others.length}`, size(context.spec)]) ||
        'Node group',
    })
  },
})

function size({ scalingConfig }: Spec): string | undefined {
  const { minSize, maxSize } = scalingConfig ?? {}
  if (minSize === undefined && maxSize === undefined) return undefined
  return `${minSize ?? '?'}–${maxSize ?? '?'} nodes`
}
