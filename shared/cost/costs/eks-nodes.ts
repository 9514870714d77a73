import { eksNodeGroup } from '../../elements/eks-node-group'
import { specOf } from '../../graph/spec'
import { defineCost } from '../cost'
import { instanceCharges } from '../instances'

/** EKS's own answers where a node group leaves them out. */
const DEFAULTS = { type: 't3.medium', disk: 20 } as const

/** Nodes are EC2 instances. */
export const eksNodes = defineCost({
  id: 'eks-nodes',
  on: [eksNodeGroup.kind],
  charges(context) {
    const spec = specOf(context.graph, eksNodeGroup, context.id) ?? {}
    const { minSize, maxSize, desiredSize } = spec.scalingConfig ?? {}
    const types = spec.instanceTypes ?? []
    return instanceCharges(context, {
      types: types.length > 0 ? types : [DEFAULTS.type],
      system: spec.amiType?.startsWith('WINDOWS') ? 'WINDOWS' : 'LINUX',
      managed: false,
      count: desiredSize ?? (minSize || undefined),
      ...(minSize === undefined || maxSize === undefined ? {} : { least: minSize, most: maxSize }),
      spot: (count) => (spec.capacityType === 'SPOT' ? count : 0),
      disks: [{ type: 'gp3', size: spec.diskSize ?? DEFAULTS.disk }],
    })
  },
})
