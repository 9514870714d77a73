/** The objects of Kubernetes that documents hold, without what only a running cluster says of them. */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { quote } from '../../basics/quote'
import { say } from '../../texts/text'
import { type Collector, note } from '../collect/collector'
import type { Document } from '../reading/documents'
import { withoutValues } from './secrets'

export interface KubernetesObject {
  readonly file: string
  /** JSON pointer of it in the file. */
  readonly pointer: string
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  /** Absent: the default one, or none at all. */
  readonly namespace: string | undefined
  readonly body: Readonly<Record<string, unknown>>
}

type Fields = Readonly<Record<string, unknown>>

/** Every object of Kubernetes says its API version and its kind. */
export function isManifest(value: unknown): value is Fields {
  if (!isObject(value)) return false
  const { apiVersion, kind } = value
  return typeof apiVersion === 'string' && typeof kind === 'string' && apiVersion !== '' && kind !== ''
}

/** The objects of a document: itself, or those that it lists. */
export function objectsIn(collector: Collector, document: Document): readonly KubernetesObject[] {
  const { file, pointer, value } = document
  // What stands between two marks may be empty.
  if (value === null || value === undefined) return []
  if (!isManifest(value)) {
    const text = 'This is no object of Kubernetes: it has no API version and kind. It is left out.'
    note(collector, 'dropped', 'not-an-object', { file, pointer }, text)
    return []
  }
  const { items } = value
  const kind = toText(value.kind)
  if (!kind.endsWith('List') || !Array.isArray(items)) return [objectOf(collector, file, pointer, value)]
  return items.flatMap((item: unknown, index) =>
    objectsIn(collector, { file, pointer: `${pointer}/items/${index}`, value: withKind(item, value) }),
  )
}

/** `kubectl get pods -o json` leaves out what all items have in common in some of its forms. */
function withKind(item: unknown, list: Fields): unknown {
  if (!isObject(item) || list.kind === 'List' || (item.kind !== undefined && item.apiVersion !== undefined))
    return item
  return { apiVersion: list.apiVersion, kind: toText(list.kind).replace(/List$/, ''), ...item }
}

/** What the API server writes. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ */
const SERVER = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
  'deletionTimestamp',
] as const

function objectOf(collector: Collector, file: string, pointer: string, value: Fields): KubernetesObject {
  const { status, ...rest } = value
  if (status !== undefined) dropped(collector, file, `${pointer}/status`, 'status')
  const meta = isObject(rest.metadata) ? { ...rest.metadata } : rest.metadata
  if (isObject(meta)) {
    for (const member of SERVER) {
      if (!Object.hasOwn(meta, member)) continue
      delete meta[member]
      dropped(collector, file, `${pointer}/metadata/${member}`, member)
    }
  }
  const stripped = meta === undefined ? rest : { ...rest, metadata: meta }
  const text = (member: string) => {
    const found = isObject(meta) ? meta[member] : undefined
    return typeof found === 'string' && found !== '' ? found : undefined
  }
  const kind = toText(value.kind)
  return {
    file,
    pointer,
    apiVersion: toText(value.apiVersion),
    kind,
    name: text('name') ?? text('generateName') ?? kind,
    namespace: text('namespace'),
    body: kind === 'Secret' ? withoutValues(collector, stripped, { file, pointer }) : stripped,
  }
}

function dropped(collector: Collector, file: string, pointer: string, member: string): void {
  const text = say`${quote(member)} is what the cluster writes, so it is left out.`
  note(collector, 'dropped', 'server-member', { file, pointer }, text)
}
