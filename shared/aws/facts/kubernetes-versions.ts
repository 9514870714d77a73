/** Versions of the Kubernetes API that are gone in every release that EKS runs. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  checked: '2026-11-27',
}

export interface RemovedVersion {
  readonly version: string
  readonly kinds: readonly string[]
  /** The release that took it out. */
  readonly since: string
  readonly now: string
  /** The members are the same: only the version has to be written anew. */
  readonly alike: boolean
}

export const removedVersions: readonly RemovedVersion[] = [
  {
    version: 'extensions/v1beta1',
    kinds: ['Deployment', 'DaemonSet', 'ReplicaSet'],
    since: '1.16',
    now: 'apps/v1',
    alike: true,
  },
  {
    version: 'apps/v1beta1',
    kinds: ['Deployment', 'StatefulSet'],
    since: '1.16',
    now: 'apps/v1',
    alike: true,
  },
  {
    version: 'apps/v1beta2',
    kinds: ['Deployment', 'DaemonSet', 'ReplicaSet', 'StatefulSet'],
    since: '1.16',
    now: 'apps/v1',
    alike: true,
  },
  {
    version: 'extensions/v1beta1',
    kinds: ['Ingress'],
    since: '1.22',
    now: 'networking.k8s.io/v1',
    alike: false,
  },
  {
    version: 'networking.k8s.io/v1beta1',
    kinds: ['Ingress'],
    since: '1.22',
    now: 'networking.k8s.io/v1',
    alike: false,
  },
  {
    version: 'extensions/v1beta1',
    kinds: ['NetworkPolicy'],
    since: '1.16',
    now: 'networking.k8s.io/v1',
    alike: true,
  },
  {
    version: 'rbac.authorization.k8s.io/v1beta1',
    kinds: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
    since: '1.22',
    now: 'rbac.authorization.k8s.io/v1',
    alike: true,
  },
  {
    version: 'apiextensions.k8s.io/v1beta1',
    kinds: ['CustomResourceDefinition'],
    since: '1.22',
    now: 'apiextensions.k8s.io/v1',
    alike: false,
  },
  { version: 'batch/v1beta1', kinds: ['CronJob'], since: '1.25', now: 'batch/v1', alike: true },
  { version: 'policy/v1beta1', kinds: ['PodDisruptionBudget'], since: '1.25', now: 'policy/v1', alike: true },
  {
    version: 'autoscaling/v2beta1',
    kinds: ['HorizontalPodAutoscaler'],
    since: '1.25',
    now: 'autoscaling/v2',
    alike: false,
  },
  {
    version: 'autoscaling/v2beta2',
    kinds: ['HorizontalPodAutoscaler'],
    since: '1.26',
    now: 'autoscaling/v2',
    alike: true,
  },
]
