/** What the manifests of all Kubernetes objects have in common. https://kubernetes.io/docs/concepts/overview/working-with-objects/ */
import { group, map, text } from '../fields'
import type { Relation } from '../kind'
import { named } from './identifiers'

/** `metadata` of an object in a namespace. */
export const metadata = () =>
  group(
    'Metadata',
    'What it is called.',
    {
      name: text('Name', 'Unique in the namespace.', { main: true }),
      namespace: text('Namespace', 'Part of the cluster.', {
        default: 'default',
        main: true,
        control: 'reference',
      }),
      labels: map('Labels', 'What others look for.'),
      annotations: map('Annotations', 'Notes for programs.'),
    },
    { main: true },
  )

/** `metadata` of an object that the whole cluster shares. */
export const clusterMetadata = () =>
  group(
    'Metadata',
    'What it is called.',
    {
      name: text('Name', 'Unique in the cluster.', { main: true }),
      labels: map('Labels', 'What others look for.'),
      annotations: map('Annotations', 'Notes for programs.'),
    },
    { main: true },
  )

/** The namespace is the frame that an object is drawn in. */
export const inNamespace: Relation = {
  path: '/metadata/namespace',
  to: ['kubernetes-namespace'],
  meaning: 'in-namespace',
  draw: 'inside',
}

/** Objects know each other by name. */
export const manifestName = { name: named('Name', '/metadata/name') } as const

/** JSON pointer of an annotation. */
export function annotation(name: string): string {
  return `/metadata/annotations/${name.replaceAll('/', '~1')}`
}

/** The kinds of element that are objects of Kubernetes; a cluster's frame and a namespace hold them. */
export const OBJECTS = [
  'kubernetes-workload',
  'kubernetes-service',
  'kubernetes-ingress',
  'kubernetes-service-account',
  'kubernetes-volume-claim',
  'kubernetes-volume',
  'kubernetes-storage-class',
  'kubernetes-config-map',
  'kubernetes-secret',
  'kubernetes-autoscaler',
  'kubernetes-object',
] as const
