/** Objects of Kubernetes become elements. What they name of each other becomes a reference, as far as it is there. */
import { toText } from '../../basics/convert'
import { toPointer } from '../../basics/json'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import { escapeText, mapStrings, refer, resolveText } from '../../design/references'
import type { Kind } from '../../elements/kind'
import { knownKind } from '../../elements/kinds'
import { relationsAt } from '../../graph/relations'
import { say } from '../../texts/text'
import { add, type Collector, define, note } from '../collect/collector'
import { withReferences } from '../collect/resources'
import { elementKind } from './kinds'
import type { KubernetesObject } from './objects'

interface Placed {
  readonly object: KubernetesObject
  readonly id: string
  readonly kind: Kind
}

/** Adds all objects, of whichever files: a Service finds its pods in another. */
export function addObjects(collector: Collector, objects: readonly KubernetesObject[]): void {
  const placed = objects.map((object) => placeObject(collector, object))
  const ids = new Map<string, string>()
  for (const { object, id, kind } of placed) ids.set(keyOf(kind.kind, object.namespace, object.name), id)
  for (const { object, id } of placed) {
    if (object.namespace !== undefined)
      namespaceFor(collector, ids, object.namespace, { ...object, within: '' }, id)
  }
  for (const one of placed) {
    const { object, id, kind } = one
    const origin = { file: object.file, pointer: object.pointer, within: '' }
    const spec = withReferences(collector, kind.kind, object.body, id, origin)
    collector.elements[id] = { kind: kind.kind, spec: linked(one, spec, ids) }
  }
  const [only] = objects
  if (only && objects.length === 1) collector.names.push(only.name)
}

function placeObject(collector: Collector, object: KubernetesObject): Placed {
  const { file, pointer, name } = object
  const kind = knownKind(elementKind(object))
  const origin = { file, pointer, within: '' }
  const called = kind.kind === 'kubernetes-workload' ? name : `${name} ${own(NOUNS, kind.kind) ?? ''}`
  const id = define(collector, { called, element: { kind: kind.kind, spec: {} } }, origin)
  const words = say`${object.kind} ${quote(name)}`
  if (kind.kind === 'kubernetes-object') {
    const text = say`${words} is kept as it was written and comes out again; nothing else is known of it here.`
    note(collector, 'kept', 'kubernetes-object', origin, text, id)
  } else note(collector, 'mapped', kind.kind, origin, say`${words} became an element.`, id)
  return { object, id, kind }
}

/** Objects that belong together are often called alike, so their ids say what they are. */
const NOUNS: Readonly<Record<string, string>> = {
  'kubernetes-namespace': 'namespace',
  'kubernetes-service': 'service',
  'kubernetes-ingress': 'ingress',
  'kubernetes-service-account': 'account',
  'kubernetes-volume-claim': 'claim',
  'kubernetes-volume': 'volume',
  'kubernetes-storage-class': 'class',
  'kubernetes-config-map': 'config',
  'kubernetes-secret': 'secret',
  'kubernetes-autoscaler': 'autoscaler',
}

/** Names count within a namespace, but for what the whole cluster shares. */
const SHARED = new Set(['kubernetes-namespace', 'kubernetes-volume', 'kubernetes-storage-class'])

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return JSON.stringify([kind, SHARED.has(kind) ? '' : (namespace ?? 'default'), name])
}

/** A namespace that the files only name is there already: it is drawn, and never written. */
function namespaceFor(
  collector: Collector,
  ids: Map<string, string>,
  name: string,
  origin: { readonly file: string; readonly pointer: string; readonly within: string },
  from: string,
): void {
  const key = keyOf('kubernetes-namespace', undefined, name)
  if (ids.has(key) || name === 'default') return
  const text = escapeText(name)
  const spec = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: text } }
  const element = { kind: 'kubernetes-namespace', spec, existing: { name: text } }
  const id = add(collector, `${name} namespace`, element)
  ids.set(key, id)
  const pointer = `${origin.pointer}/metadata/namespace`
  collector.origins[id] = { file: origin.file, pointer, within: '/metadata/name' }
  const said = say`Namespace ${quote(name)} became an element; nothing says how it is made, so it counts as existing.`
  note(collector, 'mapped', 'kubernetes-namespace', { file: origin.file, pointer }, said, from)
}

/** Names of other objects become references to them. */
function linked({ object, kind }: Placed, spec: KubernetesObject['body'], ids: ReadonlyMap<string, string>) {
  return mapStrings(spec, (text, path) => {
    if (text === '' || text.includes('@{')) return text
    const name = resolveText(text, () => '')
    for (const { to, selects } of relationsAt(kind, toPointer(path))) {
      if (selects) continue
      for (const target of to) {
        const id =
          target.startsWith('kubernetes-') && fits(target, object, path)
            ? ids.get(keyOf(target, spaceOf(object, path), name))
            : undefined
        if (id !== undefined) return refer(id)
      }
    }
    return text
  })
}

/** A volume names the namespace of its claim beside it; everything else is found at home. */
function spaceOf(object: KubernetesObject, path: readonly (string | number)[]): string | undefined {
  if (path[1] !== 'claimRef') return object.namespace
  const claim = (object.body.spec as { claimRef?: { namespace?: unknown } } | undefined)?.claimRef
  return typeof claim?.namespace === 'string' ? claim.namespace : undefined
}

/** An autoscaler may scale what is no workload here, such as a custom resource. */
function fits(target: string, object: KubernetesObject, path: readonly (string | number)[]): boolean {
  if (target !== 'kubernetes-workload' || path[1] !== 'scaleTargetRef') return true
  const aim = (object.body.spec as { scaleTargetRef?: { kind?: unknown; apiVersion?: unknown } })
    .scaleTargetRef
  return elementKind({ kind: toText(aim?.kind), apiVersion: toText(aim?.apiVersion ?? 'apps/v1') }) === target
}
