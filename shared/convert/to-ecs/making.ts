/** What all parts of one conversion to ECS share. */
import { setAt, valueAt } from '../../basics/json'
import { freeId } from '../../basics/slug'
import type { Element, Spec } from '../../design/design'
import { refer, referencesIn } from '../../design/references'
import { takenIds } from '../../design/taken-ids'
import type { MutableSpec } from '../../elements/kind'
import { textAt } from '../../elements/parts/reading'
import { type Graph, incoming } from '../../graph/graph'
import type { Text } from '../../texts/text'
import { became, type Source, source, type Tracker } from '../conversion'

export interface Making {
  readonly graph: Graph
  readonly tracker: Tracker
  readonly name: string
  readonly fargate: boolean
  readonly workload: Source
  /** JSON pointer of the pod in the manifest. */
  readonly pod: string
  readonly made: Record<string, Element>
  readonly definition: { readonly id: string; readonly spec: MutableSpec }
  readonly runner: { readonly id: string; readonly kind: 'service' | 'task'; readonly spec: MutableSpec }
  /** What goes with the workload. */
  readonly replaced: string[]
}

export const DEFINITION = 'Task definition'

/** Adds an element, and says how others refer to it. */
export function addMade({ graph, made }: Making, wanted: string, kind: string, spec: Spec): string {
  const isTaken = takenIds(graph.design)
  const id = freeId(wanted, (one) => isTaken(one) || Object.hasOwn(made, one))
  made[id] = { kind, spec }
  return refer(id)
}

/** Takes a member over into the task definition, and tells so. */
export function move(
  { tracker, definition }: Making,
  from: Source,
  pointer: string,
  place: string,
  change: (value: unknown) => unknown = (value) => value,
  note?: Text,
): void {
  const value = valueAt(from.spec, pointer)
  const written = value === undefined || value === null ? undefined : change(value)
  if (written === undefined) return
  setAt(definition.spec, place, written)
  became(tracker, from, pointer, [DEFINITION, place, written], note)
}

/** The element of some kind that a text refers to. */
export function drawn({ graph }: Pick<Making, 'graph'>, text: unknown, kind: string): string | undefined {
  const id = typeof text === 'string' ? referencesIn(text)[0]?.id : undefined
  return id !== undefined && graph.element(id)?.kind === kind ? id : undefined
}

/** An object that belongs to the workload: told of, and gone with it, when nothing else uses it. */
export function belonging(making: Making, id: string, meaning: string): Source {
  const { graph, tracker, replaced, workload } = making
  const spec = graph.element(id)?.spec ?? {}
  const own = incoming(graph, id, meaning).every(
    ({ from }) => from === workload.element || replaced.includes(from),
  )
  if (!own) return { element: id, spec }
  if (!replaced.includes(id)) replaced.push(id)
  const known = tracker.sources.find(({ element }) => element === id)
  if (known) return known
  const made = source(tracker, id, spec)
  const told = tracker.told.get(id)
  // What every object of Kubernetes says of itself.
  for (const member of ['apiVersion', 'kind', 'metadata/name', 'metadata/namespace', 'metadata/labels'])
    told?.add(`/${member}`)
  return made
}

/** The text at a place of the manifest. */
export function manifestText({ workload }: Making, pointer: string): string | undefined {
  return textAt(workload.spec, pointer)
}
