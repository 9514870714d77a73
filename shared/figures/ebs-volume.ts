import { ebsVolume } from '../elements/ebs-volume'
import { defineFigure } from './figure'
import { capacity } from './forms/marks'
import { node } from './forms/node'

export const ebsVolumeFigure = defineFigure({
  kind: ebsVolume,
  draw: (context) => node(context, { facts: ['EBS', context.spec.VolumeType, capacity(context.spec.Size)] }),
})
