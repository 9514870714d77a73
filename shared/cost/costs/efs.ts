import { efsFileSystem } from '../../elements/efs-file-system'
import { specOf } from '../../graph/spec'
import { say, term } from '../../texts/text'
import type { Charge } from '../charge'
import { type CostContext, defineCost } from '../cost'
import { storedGb } from '../inputs'
import { perGb } from '../simple'

/** What is stored, and throughput by its mode. https://aws.amazon.com/efs/pricing/ */
export const efs = defineCost({
  id: 'efs',
  on: [efsFileSystem.kind],
  charges(context) {
    const { AvailabilityZoneName: zone } = specOf(context.graph, efsFileSystem, context.id) ?? {}
    const price = zone ? 'efs-one-zone-gb' : 'efs-standard-gb'
    return [...perGb(term('EFS storage'), context.need(storedGb), price), ...throughput(context)]
  },
})

function throughput({ graph, id, need, lacks }: CostContext): readonly Charge[] {
  const spec = specOf(graph, efsFileSystem, id)
  switch (spec?.ThroughputMode) {
    case 'elastic':
      return [
        ...perGb(
          term('EFS reads'),
          need({ name: 'readGb', label: term('GB read a month') }),
          'efs-elastic-read-gb',
        ),
        ...perGb(
          term('EFS writes'),
          need({ name: 'writtenGb', label: term('GB written a month') }),
          'efs-elastic-write-gb',
        ),
      ]
    case 'provisioned': {
      const amount = spec.ProvisionedThroughputInMibps
      if (amount === undefined) lacks(say`The provisioned throughput is not said.`)
      const price = 'efs-provisioned-mibps'
      return amount === undefined
        ? []
        : [{ title: term('EFS throughput'), times: [], of: [{ amount, unit: 'mibps', price }] }]
    }
    default:
      return []
  }
}
