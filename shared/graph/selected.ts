/** Lines that no reference names: a Service of Kubernetes picks workloads by the labels of their pods. */
import { isObject, valueAt } from '../basics/json'
import { own } from '../basics/own'
import type { Element, Meaningful } from '../design/design'
import { referencesIn } from '../design/references'
import type { Relation } from '../elements/kind'
import { kindOf } from '../elements/kinds'
import { textAt } from '../elements/parts/reading'
import { picks, podLabels } from '../elements/parts/selector'
import type { Connection } from './connection'

const CLUSTER = 'eks-cluster'
const NAMESPACE = 'kubernetes-namespace'
const WORKLOAD = 'kubernetes-workload'

/** The kinds that have a relation of labels, by name; few, and always the same. */
const selecting = (element: Element): Relation | undefined =>
  kindOf(element.kind)?.relations.find((relation) => relation.selects)

/** Can another spec of an element of this kind change what is picked? */
export function matters(kind: string | undefined): boolean {
  return kind === WORKLOAD || kind === NAMESPACE || kind === 'kubernetes-service'
}

interface Pods {
  readonly id: string
  readonly scope: string
  readonly labels: Readonly<Record<string, unknown>>
}

/** All such lines of a design, in the order of its elements. `parent` tells the cluster that something is drawn in. */
export function selectedLines(
  design: Meaningful,
  parent: ReadonlyMap<string, string>,
): readonly Connection[] {
  const { elements } = design
  const lines: Connection[] = []
  let workloads: readonly Pods[] | undefined
  for (const [id, element] of Object.entries(elements)) {
    if (element.kind !== 'kubernetes-service') continue
    const relation = selecting(element)
    const selector = relation && valueAt(element.spec, relation.path)
    if (!relation || !isObject(selector)) continue
    workloads ??= podsOf(elements, parent)
    const scope = scopeOf(id, element, elements, parent)
    for (const pods of workloads) {
      if (pods.scope === scope && picks(selector, pods.labels))
        lines.push(line(id, element, pods.id, relation))
    }
  }
  return lines
}

function podsOf(elements: Meaningful['elements'], parent: ReadonlyMap<string, string>): readonly Pods[] {
  return Object.entries(elements)
    .filter(([, { kind }]) => kind === WORKLOAD)
    .map(([id, element]) => ({
      id,
      scope: scopeOf(id, element, elements, parent),
      labels: podLabels(element.spec),
    }))
}

/** Cluster and namespace: labels say something only within both. */
function scopeOf(
  id: string,
  element: Element,
  elements: Meaningful['elements'],
  parent: ReadonlyMap<string, string>,
): string {
  let cluster = ''
  for (let above = parent.get(id); above !== undefined && cluster === ''; above = parent.get(above)) {
    if (elements[above]?.kind === CLUSTER) cluster = above
  }
  return JSON.stringify([cluster, namespaceIn(element, elements)])
}

/** The name of the namespace that an object is in. */
export function namespaceIn(element: Element, elements: Meaningful['elements']): string {
  const written = textAt(element.spec, '/metadata/namespace')
  const id = written === undefined ? undefined : referencesIn(written)[0]?.id
  const frame = id === undefined ? undefined : own(elements, id)
  return (frame ? textAt(frame.spec, '/metadata/name') : written) ?? 'default'
}

/** A line stays the same object as long as the Service does: what is unchanged is not looked at again. */
const known = new WeakMap<Element, Map<string, Connection>>()

function line(from: string, element: Element, to: string, relation: Relation): Connection {
  const own = known.get(element) ?? new Map<string, Connection>()
  known.set(element, own)
  const old = own.get(to)
  if (old?.from === from) return old
  const { meaning, path } = relation
  const made: Connection = { id: `${from}#${path}~${to}`, from, to, meaning, pointer: path, relation }
  own.set(to, made)
  return made
}
