/** Rules and schedules of EventBridge that run tasks: the task is drawn, and the rest of them is kept with it. */
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import { say } from '../../texts/text'
import { noteOn, type Reading } from './reading'
import type { TemplateResource } from './template'
import { inputOf } from './values'

/** What starts the tasks, and the rest of the resource. */
interface Schedule {
  readonly cluster: unknown
  readonly parameters: Readonly<Record<string, unknown>>
  readonly rest: Readonly<Record<string, unknown>>
}

/** The one target of a rule or a schedule that runs ECS tasks. */
export function scheduleIn({ type, properties }: TemplateResource): Schedule | undefined {
  const isRule = type === 'AWS::Events::Rule'
  const targets: unknown = isRule ? properties.Targets : [properties.Target]
  if (!isRule && type !== 'AWS::Scheduler::Schedule') return undefined
  const [target, ...others] = Array.isArray(targets) ? targets : []
  if (others.length > 0 || !isObject(target) || !isObject(target.EcsParameters)) return undefined
  const { Arn, EcsParameters, ...more } = target
  const rest = isRule ? { ...properties, Targets: [more] } : { ...properties, Target: more }
  return { cluster: Arn, parameters: EcsParameters as Schedule['parameters'], rest }
}

const PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::Events::Rule': 'events:EcsParameters',
  'AWS::Scheduler::Schedule': 'scheduler:EcsParameters',
}

/** Reads the task of a schedule, and keeps when and as whom it is started. */
export function readSchedule(reading: Reading, resource: TemplateResource, id: string): void {
  const schedule = scheduleIn(resource)
  if (!schedule) return
  const properties = { Cluster: schedule.cluster, ...schedule.parameters }
  const narrowed = { ...resource, properties }
  const spec = inputOf(reading, narrowed, own(PARAMETERS, resource.type) ?? '', id)
  const element = reading.collector.elements[id]
  if (element) reading.collector.elements[id] = { ...element, spec }
  const mark = reading.marks.get(id) ?? {}
  reading.marks.set(id, { ...mark, type: resource.type, properties: schedule.rest })
  const text = say`When it runs, and as whom, is kept as it was written.`
  for (const member of Object.keys(schedule.rest)) {
    noteOn(reading, 'kept', 'schedule', resource, ['Properties', member], text, id)
  }
}
