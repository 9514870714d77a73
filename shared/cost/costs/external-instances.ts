import { cluster } from '../../elements/cluster'
import { launchesIn } from '../../graph/runs'
import { term } from '../../texts/text'
import { defineCost } from '../cost'
import { hoursOf } from '../inputs'
import { perHour } from '../simple'

/** Machines outside AWS that run tasks of a cluster. https://aws.amazon.com/ecs/anywhere/pricing/ */
export const externalInstances = defineCost({
  id: 'external-instances',
  on: [cluster.kind],
  charges(context) {
    const { graph, id, need } = context
    if (!launchesIn(graph, id).has('EXTERNAL')) return []
    const amount = need({ name: 'externalInstances', label: term('External instances') })
    if (amount === undefined) return []
    const instances = { amount, unit: 'instance' } as const
    return perHour(term('External instances'), hoursOf(context), 'external-hour', [instances])
  },
})
