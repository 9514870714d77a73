import { ebsVolume } from '../../elements/ebs-volume'
import { specOf } from '../../graph/spec'
import { say, term } from '../../texts/text'
import { defineCost } from '../cost'
import { disk } from '../disks'

/** A volume is billed for all that it could hold, attached or not. https://aws.amazon.com/ebs/pricing/ */
export const ebsVolumes = defineCost({
  id: 'ebs-volumes',
  on: [ebsVolume.kind],
  charges({ graph, id, lacks }) {
    const { VolumeType = 'gp2', Size, Iops, Throughput } = specOf(graph, ebsVolume, id) ?? {}
    if (Size === undefined) {
      lacks(say`The size of an EBS volume is not said.`)
      return []
    }
    const of = disk({ type: VolumeType, size: Size, iops: Iops, throughput: Throughput })
    return [{ title: term('EBS volume'), times: [], of }]
  },
})
