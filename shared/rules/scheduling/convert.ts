/** Turning a standalone task into a service, and back. The element stays, with its place and its lines. */
import { runCount } from '../../aws/facts/run-task'
import { toNumber } from '../../basics/convert'
import { slug } from '../../basics/slug'
import type { Element, Spec } from '../../design/design'
import type { DesignDraft } from '../../design/edit'
import { freeName } from '../../elements/parts/editing'
import { service } from '../../elements/service'
import { task } from '../../elements/task'

/** The members of CreateService and RunTask that say the same. */
const COMMON = [
  'cluster',
  'taskDefinition',
  'launchType',
  'capacityProviderStrategy',
  'platformVersion',
  'placementConstraints',
  'placementStrategy',
  'networkConfiguration',
  'volumeConfigurations',
  'enableExecuteCommand',
  'enableECSManagedTags',
  'propagateTags',
  'tags',
] as const

/** Makes a standalone task a service of so many tasks, under a name that no service has. */
export function toService(draft: DesignDraft, id: string, name: string, desiredCount: number): void {
  const element = draft.elements[id]
  if (element?.kind !== task.kind) return
  const taken = new Set(Object.values(draft.elements).map(({ spec }) => spec.serviceName))
  const serviceName = freeName(slug(name, id), taken)
  replace(element, service.kind, { serviceName, desiredCount })
}

/** Makes a service a standalone task, run once by so many copies as one call starts. */
export function toTask(draft: DesignDraft, id: string): void {
  const element = draft.elements[id]
  if (element?.kind !== service.kind) return
  const { serviceName, desiredCount, propagateTags } = element.spec
  const count = Math.min(runCount.max, Math.max(runCount.min, toNumber(desiredCount) || 1))
  if (element.label === undefined && typeof serviceName === 'string') element.label = serviceName
  replace(element, task.kind, { count })
  if (propagateTags === 'SERVICE') element.spec.propagateTags = 'TASK_DEFINITION'
}

function replace(element: Element, kind: string, first: Spec): void {
  const kept = COMMON.filter((member) => element.spec[member] !== undefined)
  element.kind = kind
  element.spec = { ...first, ...Object.fromEntries(kept.map((member) => [member, element.spec[member]])) }
}
