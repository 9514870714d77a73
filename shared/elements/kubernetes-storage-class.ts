import { choice, flag, group, json, line, list, spec, text } from './fields'
import { defineKind } from './kind'
import { clusterMetadata, manifestName } from './parts/manifest'
import { DRIVERS } from './parts/persistent'

/** StorageClass. https://kubernetes.io/docs/concepts/storage/storage-classes/ */
export const kubernetesStorageClass = defineKind({
  kind: 'kubernetes-storage-class',
  label: 'Kubernetes storage class',
  summary: 'Makes a volume for every claim that asks for it: on EBS, EFS or FSx.',
  category: 'storage',
  keywords: ['k8s', 'storage class', 'csi', 'dynamic provisioning', 'ebs', 'efs'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html',
  glyph: 'volume',
  spec: spec({
    apiVersion: text('API version', 'storage.k8s.io/v1.'),
    kind: text('Kind', 'Always StorageClass.'),
    metadata: clusterMetadata(),
    provisioner: choice('Provisioner', 'The CSI driver that makes the volumes.', Object.values(DRIVERS), {
      main: true,
    }),
    parameters: group(
      'Parameters',
      'What the driver needs to know.',
      {
        type: text('Volume type', 'Of EBS: gp3, io2 and so on.'),
        encrypted: text('Encrypted', 'A text: true or false.'),
        fileSystemId: text('EFS file system', 'Where EFS makes an access point for each claim.', {
          control: 'reference',
        }),
        provisioningMode: text('Provisioning mode', 'efs-ap: an EFS access point for each claim.'),
        directoryPerms: text('Folder permissions', 'Such as 700.'),
      },
      { main: true },
    ),
    reclaimPolicy: choice('Reclaim policy', 'What happens when the claim is gone.', ['Delete', 'Retain'], {
      default: 'Delete',
      main: true,
    }),
    volumeBindingMode: choice(
      'Volume binding',
      'At once, or in the Availability Zone of the pod that comes first.',
      ['Immediate', 'WaitForFirstConsumer'],
      { default: 'Immediate', main: true },
    ),
    allowVolumeExpansion: flag('Volume expansion', 'Claims may ask for more later.', { main: true }),
    mountOptions: list('Mount options', 'Such as tls.', line),
    allowedTopologies: json('Allowed topologies', 'Availability Zones that volumes are made in.'),
  }),
  defaults: (name) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name },
    provisioner: DRIVERS.ebs,
    parameters: { type: 'gp3', encrypted: 'true' },
    volumeBindingMode: 'WaitForFirstConsumer',
  }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [
    { path: '/parameters/fileSystemId', to: ['efs-file-system'], meaning: 'backed-by', draw: 'line' },
  ],
})
