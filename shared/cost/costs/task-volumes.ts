import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { specOf } from '../../graph/spec'
import { say, term } from '../../texts/text'
import { defineCost } from '../cost'
import { asMonths, disk } from '../disks'
import { runningOf } from '../task-time'

/** EBS volumes that ECS makes for every task of a service or standalone task; they go with it. */
export const taskVolumes = defineCost({
  id: 'task-volumes',
  on: [service.kind, task.kind],
  charges(context) {
    const { graph, id, lacks } = context
    const volumes = [
      ...(specOf(graph, service, id)?.volumeConfigurations ?? []),
      ...(specOf(graph, task, id)?.volumeConfigurations ?? []),
    ].flatMap((one) => (one.managedEBSVolume ? [one.managedEBSVolume] : []))
    if (volumes.length === 0) return []
    const running = runningOf(context)
    if (!running) return []
    const { count, runs, hours } = running
    const times = [{ ...count, unit: 'task' } as const, ...runs, ...asMonths(hours)]
    return volumes.flatMap(({ volumeType, sizeInGiB, iops, throughput }) => {
      if (sizeInGiB === undefined) {
        lacks(say`The size of an EBS volume is not said.`)
        return []
      }
      const of = disk({ type: volumeType ?? 'gp3', size: sizeInGiB, iops, throughput })
      return [{ title: term('EBS volumes of tasks'), times, of }]
    })
  },
})
