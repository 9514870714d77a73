/** Which kind of element an object of Kubernetes is. Kinds are told apart by their API group, too: Knative has Services. */
import type { KubernetesObject } from './objects'

const KINDS: readonly (readonly [element: string, groups: readonly string[], kinds: readonly string[]])[] = [
  ['kubernetes-workload', ['apps', 'extensions'], ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']],
  ['kubernetes-workload', ['batch'], ['Job', 'CronJob']],
  ['kubernetes-workload', [''], ['Pod']],
  ['kubernetes-namespace', [''], ['Namespace']],
  ['kubernetes-service', [''], ['Service']],
  ['kubernetes-service-account', [''], ['ServiceAccount']],
  ['kubernetes-config-map', [''], ['ConfigMap']],
  ['kubernetes-secret', [''], ['Secret']],
  ['kubernetes-volume-claim', [''], ['PersistentVolumeClaim']],
  ['kubernetes-volume', [''], ['PersistentVolume']],
  ['kubernetes-storage-class', ['storage.k8s.io'], ['StorageClass']],
  ['kubernetes-ingress', ['networking.k8s.io', 'extensions'], ['Ingress']],
  ['kubernetes-autoscaler', ['autoscaling'], ['HorizontalPodAutoscaler']],
]

/** The kind of element; whatever has none of its own is a plain object. */
export function elementKind({ apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>): string {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  const found = KINDS.find(([, groups, kinds]) => groups.includes(group) && kinds.includes(kind))
  return found?.[0] ?? 'kubernetes-object'
}
