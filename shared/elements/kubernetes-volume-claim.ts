import { choice, group, json, list, map, oneOf, spec, text } from './fields'
import { defineKind } from './kind'
import { inNamespace, manifestName, metadata } from './parts/manifest'
import { ACCESS_MODES } from './parts/persistent'

/** PersistentVolumeClaim. https://kubernetes.io/docs/concepts/storage/persistent-volumes/ */
export const kubernetesVolumeClaim = defineKind({
  kind: 'kubernetes-volume-claim',
  label: 'Kubernetes volume claim',
  summary: 'Storage that outlives pods: a claim on a volume that is there, or is made by a storage class.',
  category: 'storage',
  keywords: ['k8s', 'pvc', 'persistent volume claim', 'storage', 'eks'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/storage.html',
  glyph: 'volume',
  spec: spec({
    apiVersion: text('API version', 'Always v1.'),
    kind: text('Kind', 'Always PersistentVolumeClaim.'),
    metadata: metadata(),
    spec: group(
      'Spec',
      'What is wanted.',
      {
        accessModes: list(
          'Access modes',
          'How many nodes mount it, and whether they write.',
          oneOf(ACCESS_MODES),
          {
            main: true,
          },
        ),
        resources: group(
          'Resources',
          'How much it is.',
          {
            requests: map('Requests', 'Such as {"storage": "20Gi"}.'),
            limits: map('Limits', 'It never gets more.'),
          },
          { main: true },
        ),
        storageClassName: text(
          'Storage class',
          'Who makes the volume; an empty text for one that is there.',
          {
            main: true,
            control: 'reference',
          },
        ),
        volumeName: text('Volume', 'The very volume that it wants.', { main: true, control: 'reference' }),
        volumeMode: choice('Volume mode', 'A file system or a block device.', ['Filesystem', 'Block'], {
          default: 'Filesystem',
        }),
        selector: json('Selector', 'Labels of the volumes that it may get.'),
      },
      { main: true },
    ),
  }),
  defaults: (name) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } },
  }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [
    inNamespace,
    { path: '/spec/volumeName', to: ['kubernetes-volume'], meaning: 'backed-by', draw: 'line' },
    { path: '/spec/storageClassName', to: ['kubernetes-storage-class'], meaning: 'backed-by', draw: 'line' },
  ],
})
