/** The order in which manifests are applied: what others name comes first. Helm's order, with storage beside it. */
import { toText } from '../../basics/convert'

const ORDER = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PriorityClass',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicaSet',
  'Deployment',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
  'HorizontalPodAutoscaler',
]

type Manifest = Readonly<Record<string, unknown>>

/** Manifests in that order, those of a kind by namespace and name; custom resources come last. */
export function inApplyOrder<T>(items: readonly T[], manifestOf: (item: T) => Manifest): readonly T[] {
  const keyed = items.map((item) => ({ item, key: keyOf(manifestOf(item)) }))
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ item }) => item)
}

type Key = readonly [number, string, string, string]

function keyOf({ kind, metadata }: Manifest): Key {
  const rank = ORDER.indexOf(toText(kind))
  const { namespace, name } = (metadata ?? {}) as Manifest
  return [rank < 0 ? ORDER.length : rank, toText(kind), toText(namespace ?? ''), toText(name ?? '')]
}

function compare(a: Key, b: Key): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] as string | number
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}
