import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { runOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { term } from '../../texts/text'
import { defineCost } from '../cost'
import { outGb } from '../inputs'
import { perGb, perHour } from '../simple'
import { runningOf } from '../task-time'

/** A task with a public address is billed for it, and for what it sends out. https://aws.amazon.com/vpc/pricing/ */
export const publicAddresses = defineCost({
  id: 'public-addresses',
  on: [service.kind, task.kind],
  charges(context) {
    const { graph, id, need } = context
    const spec = specOf(graph, service, id) ?? specOf(graph, task, id)
    const isPublic = spec?.networkConfiguration?.awsvpcConfiguration?.assignPublicIp === 'ENABLED'
    if (!isPublic || runOf(graph, id)?.launch !== 'FARGATE') return []
    const running = runningOf(context)
    const sent = perGb(term('Data to the internet'), need(outGb), 'transfer-out-gb')
    if (!running) return sent
    const times = [{ ...running.count, unit: 'task' } as const, ...running.runs]
    return [...perHour(term('Public IPv4 addresses'), running.hours, 'ipv4-hour', times), ...sent]
  },
})
