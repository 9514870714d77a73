import { spec, text } from './fields'
import { defineKind } from './kind'
import { inNamespace, manifestName, metadata } from './parts/manifest'

/** Any other object of Kubernetes, kept as it was written: roles and bindings, network policies, custom resources. */
export const kubernetesObject = defineKind({
  kind: 'kubernetes-object',
  label: 'Kubernetes object',
  summary: 'An object of Kubernetes that is kept as it was written and comes out again.',
  category: 'compute',
  keywords: ['k8s', 'rbac', 'network policy', 'custom resource', 'crd'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-workloads.html',
  glyph: 'wheel',
  spec: spec({
    apiVersion: text('API version', 'Group and version.', { main: true }),
    kind: text('Kind', 'What it is to Kubernetes.', { main: true }),
    metadata: metadata(),
  }),
  defaults: (name) => ({ apiVersion: 'v1', kind: 'LimitRange', metadata: { name } }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [inNamespace],
  hidden: true,
})
