/** Tasks that a rule or a schedule of EventBridge runs, as the template had it. */

import { elementMark, type PartMark } from '../../aws/cloudformation/marks'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import type { Design } from '../../design/design'
import type { Drafts } from './drafts'

/** The call of such a draft, which is none of AWS's. */
export const SCHEDULE = 'schedule'

const PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::Events::Rule': 'events:EcsParameters',
  'AWS::Scheduler::Schedule': 'scheduler:EcsParameters',
}

/** The names of what is run by a resource of such a type. */
export function parametersOf(type: string): string | undefined {
  return own(PARAMETERS, type)
}

/** Makes drafts of the tasks that came with a schedule. */
export function addSchedules(design: Design, { all, unmade }: Drafts): void {
  for (const { element, id, after } of [...unmade]) {
    const { type } = elementMark(design.elements[element])
    if (type === undefined || own(PARAMETERS, type) === undefined || id !== element) continue
    unmade.splice(
      unmade.findIndex((one) => one.id === id),
      1,
    )
    all.set(id, { id, element, type, call: SCHEDULE, properties: {}, after: [...after], left: [] })
  }
}

/** The whole rule or schedule: what runs is drawn, when it runs is kept. */
export function scheduled(
  mark: PartMark | undefined,
  { Cluster, ...EcsParameters }: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const kept = mark?.properties ?? {}
  const target = { Arn: Cluster, EcsParameters }
  if (Array.isArray(kept.Targets)) {
    const [first] = kept.Targets
    return { ...kept, Targets: [{ ...target, ...(isObject(first) ? first : {}) }] }
  }
  return { ...kept, Target: { ...target, ...(isObject(kept.Target) ? kept.Target : {}) } }
}
