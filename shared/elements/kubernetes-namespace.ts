import { spec, text } from './fields'
import { defineKind } from './kind'
import { clusterMetadata, manifestName, OBJECTS } from './parts/manifest'

/** A namespace: names are unique in it, and Fargate profiles and roles are given by it. https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/ */
export const kubernetesNamespace = defineKind({
  kind: 'kubernetes-namespace',
  label: 'Kubernetes namespace',
  summary: 'A part of an EKS cluster with names, rights and Fargate profiles of its own.',
  category: 'compute',
  keywords: ['k8s', 'namespace', 'eks'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html',
  glyph: 'group',
  spec: spec({
    apiVersion: text('API version', 'Always v1.'),
    kind: text('Kind', 'Always Namespace.'),
    metadata: clusterMetadata(),
  }),
  defaults: (name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [],
  frame: true,
  // An object names its namespace; volumes and storage classes have none, and are drawn where they are used.
  places: [...OBJECTS, 'note'],
})
