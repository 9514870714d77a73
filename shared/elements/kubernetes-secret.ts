import { flag, map, spec, text } from './fields'
import { defineKind } from './kind'
import { inNamespace, manifestName, metadata } from './parts/manifest'

/** Secret, by its name and its keys: a design never holds the values. https://kubernetes.io/docs/concepts/configuration/secret/ */
export const kubernetesSecret = defineKind({
  kind: 'kubernetes-secret',
  label: 'Kubernetes Secret',
  summary: 'A secret of the cluster that pods read; here only its name and keys, never its values.',
  category: 'security',
  keywords: ['k8s', 'secret', 'external secrets', 'password'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/manage-secrets.html',
  glyph: 'secret',
  spec: spec({
    apiVersion: text('API version', 'Always v1.'),
    kind: text('Kind', 'Always Secret.'),
    metadata: metadata(),
    type: text('Type', 'Opaque when left out.', { default: 'Opaque' }),
    data: map('Keys', 'Names, each with a placeholder in place of its value.', { main: true }),
    immutable: flag('Immutable', 'Can’t be changed any more.'),
  }),
  defaults: (name) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name } }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [inNamespace],
  hidden: true,
})
