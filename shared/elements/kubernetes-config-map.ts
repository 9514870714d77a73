import { flag, map, spec, text } from './fields'
import { defineKind } from './kind'
import { inNamespace, manifestName, metadata } from './parts/manifest'

/** ConfigMap. https://kubernetes.io/docs/concepts/configuration/configmap/ */
export const kubernetesConfigMap = defineKind({
  kind: 'kubernetes-config-map',
  label: 'Kubernetes ConfigMap',
  summary: 'Settings in plain sight that pods read as environment variables or files.',
  category: 'management',
  keywords: ['k8s', 'config map', 'settings', 'environment'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-workloads.html',
  glyph: 'logs',
  spec: spec({
    apiVersion: text('API version', 'Always v1.'),
    kind: text('Kind', 'Always ConfigMap.'),
    metadata: metadata(),
    data: map('Data', 'Names and their texts.', { main: true }),
    binaryData: map('Binary data', 'Names and bytes in Base64.'),
    immutable: flag('Immutable', 'Can’t be changed any more.'),
  }),
  defaults: (name) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: {} }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [inNamespace],
})
