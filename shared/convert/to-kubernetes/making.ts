/** What all parts of one conversion to Kubernetes share. */
import { setAt, valueAt } from '../../basics/json'
import { freeId } from '../../basics/slug'
import type { Element, Spec } from '../../design/design'
import { refer } from '../../design/references'
import { takenIds } from '../../design/taken-ids'
import type { MutableSpec } from '../../elements/kind'
import type { Graph } from '../../graph/graph'
import { resolved } from '../../graph/graph'
import type { Text } from '../../texts/text'
import { became, type Source, type Tracker } from '../conversion'
import { dnsLabel } from '../names'

export interface Making {
  readonly graph: Graph
  readonly tracker: Tracker
  /** What the workload is called, and what its pods are found by. */
  readonly name: string
  /** `@{namespace}`, or a name; absent: the default one. */
  readonly namespace: string | undefined
  readonly fargate: boolean
  readonly definition: Source
  /** The service or task; absent for a definition that nothing runs. */
  readonly runner: Source | undefined
  /** Ids that are not free although the design has no such element. */
  readonly taken: ReadonlySet<string>
  /** What is made, by id. */
  readonly made: Record<string, Element>
  readonly workload: { readonly id: string; readonly kind: string; readonly manifest: MutableSpec }
  /** JSON pointer of the pod in the manifest. */
  readonly pod: string
}

/** Adds an object, and says how others refer to it. */
export function object(
  making: Pick<Making, 'graph' | 'made' | 'taken'>,
  wanted: string,
  kind: string,
  spec: Spec,
): string {
  const isTaken = takenIds(making.graph.design)
  const id = freeId(wanted, (one) => isTaken(one) || Object.hasOwn(making.made, one) || making.taken.has(one))
  making.made[id] = { kind, spec }
  return refer(id)
}

/** `metadata` of what belongs to the workload. */
export function metadataOf(
  { name: app, namespace }: Pick<Making, 'name' | 'namespace'>,
  name: string,
): MutableSpec {
  return { name, ...(namespace === undefined ? {} : { namespace }), labels: { app } }
}

/** How a value is written there; undefined: it can't be, so the member is left to others. */
export type Change = (value: unknown) => unknown

/** Takes a member over into the workload, and tells so. */
export function move(
  making: Making,
  from: Source,
  pointer: string,
  place: string,
  change: Change = (value) => value,
  note?: Text,
): void {
  const value = valueAt(from.spec, pointer)
  const written = value === undefined || value === null ? undefined : change(value)
  if (written === undefined) return
  setAt(making.workload.manifest, place, written)
  became(making.tracker, from, pointer, [making.workload.kind, place, written], note)
}

/** A name of an element's text as Kubernetes takes it; its references read as what they stand for. */
export function labelFrom(graph: Graph, text: unknown, fallback: string): string {
  return dnsLabel(typeof text === 'string' ? resolved(graph, text) : '', fallback)
}
