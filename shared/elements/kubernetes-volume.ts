import { isObject } from '../basics/json'
import type { Element } from '../design/design'
import { choice, flag, group, json, line, list, map, oneOf, spec, text } from './fields'
import { defineKind } from './kind'
import { clusterMetadata, manifestName } from './parts/manifest'
import { ACCESS_MODES, DRIVERS, STORAGE, volumeRelations } from './parts/persistent'

/** PersistentVolume. https://kubernetes.io/docs/concepts/storage/persistent-volumes/ */
export const kubernetesVolume = defineKind({
  kind: 'kubernetes-volume',
  label: 'Kubernetes persistent volume',
  summary: 'Storage of AWS as Kubernetes knows it; a line from a claim to a file system makes one.',
  category: 'storage',
  keywords: ['k8s', 'pv', 'persistent volume', 'csi', 'efs', 'ebs', 'fsx', 's3'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/storage.html',
  glyph: 'volume',
  spec: spec({
    apiVersion: text('API version', 'Always v1.'),
    kind: text('Kind', 'Always PersistentVolume.'),
    metadata: clusterMetadata(),
    spec: group(
      'Spec',
      'What it is.',
      {
        capacity: map('Capacity', 'Such as {"storage": "20Gi"}; EFS grows beyond it.', { main: true }),
        accessModes: list(
          'Access modes',
          'How many nodes mount it, and whether they write.',
          oneOf(ACCESS_MODES),
          {
            main: true,
          },
        ),
        storageClassName: text('Storage class', 'Claims of this class may get it.', {
          main: true,
          control: 'reference',
        }),
        persistentVolumeReclaimPolicy: choice('Reclaim policy', 'What happens when its claim is gone.', [
          'Retain',
          'Delete',
        ]),
        csi: group(
          'CSI',
          'The driver and what it mounts.',
          {
            driver: choice('Driver', 'Who mounts it.', Object.values(DRIVERS), { main: true }),
            volumeHandle: text(
              'Volume handle',
              'Such as fs-0123456789abcdef0::fsap-0123456789abcdef0 for EFS.',
              {
                main: true,
                control: 'reference',
              },
            ),
            volumeAttributes: group('Volume attributes', 'What else the driver needs.', {
              bucketName: text('Bucket', 'For the S3 driver.', { control: 'reference' }),
              dnsname: text('DNS name', 'For the FSx for Lustre driver.'),
              mountname: text('Mount name', 'For the FSx for Lustre driver.'),
            }),
            fsType: text('File system', 'Such as ext4.'),
            readOnly: flag('Read only', 'Nobody writes to it.'),
          },
          { main: true },
        ),
        claimRef: group('Claim', 'The claim that it is kept for.', {
          name: text('Name', 'Name of the claim.', { control: 'reference' }),
          namespace: text('Namespace', 'Of the claim.', { control: 'reference' }),
        }),
        mountOptions: list('Mount options', 'Such as tls.', line),
        nodeAffinity: json(
          'Node affinity',
          'Nodes that can reach it, such as those of one Availability Zone.',
        ),
        volumeMode: choice('Volume mode', 'A file system or a block device.', ['Filesystem', 'Block']),
      },
      { main: true },
    ),
  }),
  defaults: (name) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: {
      capacity: { storage: '5Gi' },
      accessModes: ['ReadWriteMany'],
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
    },
  }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [
    ...volumeRelations,
    {
      path: '/spec/storageClassName',
      to: ['kubernetes-storage-class'],
      meaning: 'backed-by',
      draw: 'line',
      drawable: false,
    },
    {
      path: '/spec/claimRef/name',
      to: ['kubernetes-volume-claim'],
      meaning: 'bound-to',
      draw: 'line',
      drawable: false,
    },
    {
      path: '/spec/claimRef/namespace',
      to: ['kubernetes-namespace'],
      meaning: 'in-namespace',
      draw: 'line',
      drawable: false,
    },
  ],
  join: {
    from: ['kubernetes-volume-claim'],
    to: STORAGE,
    meaning: 'backed-by',
    named: 'volume',
    prepare: (volume, _, storage) => {
      volume.spec.accessModes = modesOf(storage)
    },
    // A claim without any class would get a volume of the cluster's default one instead.
    settle: (claim, storage) => {
      if (!isObject(claim.spec)) return
      claim.spec.storageClassName ??= ''
      claim.spec.accessModes = modesOf(storage)
    },
  },
  hidden: true,
})

function modesOf(storage: Element): readonly string[] {
  return storage.kind === 'ebs-volume' ? ['ReadWriteOnce'] : ['ReadWriteMany']
}
