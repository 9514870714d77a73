/** Volumes of a task definition as volumes of a pod; what outlives the task has a claim. */
import { isObject, setAt, valueAt } from '../../basics/json'
import { DRIVERS } from '../../elements/parts/persistent'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { became, implied, lost } from '../conversion'
import { labelFrom, type Making, metadataOf, object } from './making'

/** EFS grows with what is written; Kubernetes wants a size all the same. */
const ANY_SIZE = '5Gi'

/** Writes all volumes to the pod. */
export function volumes(making: Making): void {
  const { definition, graph, tracker, workload, pod } = making
  for (const [index, volume] of objectsAt(definition.spec, '/volumes')) {
    const at = `/volumes/${index}`
    const name = labelFrom(graph, volume.name, `volume-${index + 1}`)
    const written = { name, ...storage(making, at, name) }
    setAt(workload.manifest, `${pod}/volumes/-`, written)
    became(tracker, definition, `${at}/name`, [workload.kind, `${pod}/volumes`, written])
  }
}

function storage(making: Making, at: string, name: string): object {
  const { definition, tracker, fargate } = making
  const efs = valueAt(definition.spec, `${at}/efsVolumeConfiguration`)
  if (isObject(efs)) return { persistentVolumeClaim: { claimName: efsClaim(making, at, name, efs) } }
  const path = textAt(definition.spec, `${at}/host/sourcePath`)
  if (path !== undefined) {
    const note = fargate ? 'Pods on Fargate can’t mount folders of a host; they need nodes.' : undefined
    became(
      tracker,
      definition,
      `${at}/host`,
      [making.workload.kind, `${making.pod}/volumes`, { hostPath: { path } }],
      note,
    )
    return { hostPath: { path } }
  }
  implied(tracker, definition, `${at}/host`)
  if (valueAt(definition.spec, `${at}/configuredAtLaunch`) === true) return managedEbs(making, at, name)
  lost(
    tracker,
    definition,
    `${at}/fsxWindowsFileServerVolumeConfiguration`,
    'Windows pods mount shares through the SMB CSI driver. Install it, and put a volume of it in place of the empty folder.',
  )
  lost(
    tracker,
    definition,
    `${at}/s3filesVolumeConfiguration`,
    'Mount the bucket with the Mountpoint for Amazon S3 CSI driver, in place of the empty folder.',
  )
  lost(
    tracker,
    definition,
    `${at}/dockerVolumeConfiguration`,
    'Volume drivers of Docker have no place in Kubernetes; here is an empty folder instead. Use a CSI driver for what must stay.',
  )
  return { emptyDir: {} }
}

/** A volume and a claim for a file system that is there already. */
function efsClaim(
  making: Making,
  at: string,
  volume: string,
  efs: Readonly<Record<string, unknown>>,
): string {
  const { definition, tracker, name } = making
  const called = `${name}-${volume}`.slice(0, 63).replace(/(?<!-)-+$/, '')
  const configuration = `${at}/efsVolumeConfiguration`
  const fileSystem = typeof efs.fileSystemId === 'string' ? efs.fileSystemId : '<file-system-id>'
  const point = textAt(efs, '/authorizationConfig/accessPointId')
  const folder = textAt(efs, '/rootDirectory')
  const root = folder !== undefined && folder !== '/' ? folder : ''
  const volumeHandle =
    point === undefined ? `${fileSystem}${root && `:${root}`}` : `${fileSystem}:${root}:${point}`
  const accessModes = ['ReadWriteMany']
  const pv = object(making, `${called}-volume`, 'kubernetes-volume', {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: called, labels: { app: name } },
    spec: {
      capacity: { storage: ANY_SIZE },
      accessModes,
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      csi: { driver: DRIVERS.efs, volumeHandle },
    },
  })
  const claim = object(making, `${called}-claim`, 'kubernetes-volume-claim', {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadataOf(making, called),
    spec: {
      accessModes,
      storageClassName: '',
      volumeName: pv,
      resources: { requests: { storage: ANY_SIZE } },
    },
  })
  for (const member of ['fileSystemId', 'rootDirectory', 'authorizationConfig/accessPointId'])
    became(tracker, definition, `${configuration}/${member}`, [
      'PersistentVolume',
      '/spec/csi/volumeHandle',
      volumeHandle,
    ])
  // The driver always encrypts.
  if (efs.transitEncryption === 'ENABLED') implied(tracker, definition, `${configuration}/transitEncryption`)
  else
    lost(
      tracker,
      definition,
      `${configuration}/transitEncryption`,
      'The EFS CSI driver always encrypts in transit.',
    )
  lost(
    tracker,
    definition,
    `${configuration}/transitEncryptionPort`,
    'The EFS CSI driver picks the port itself.',
  )
  lost(
    tracker,
    definition,
    `${configuration}/authorizationConfig/iam`,
    'The EFS CSI driver mounts with its own role, not with that of the pod.',
  )
  return claim
}

/** A managed volume of every task is one of every pod, made by a storage class. */
function managedEbs(making: Making, at: string, name: string): object {
  const { runner, tracker, definition, workload, pod } = making
  const configurations = runner ? objectsAt(runner.spec, '/volumeConfigurations') : []
  const [index, configuration] =
    configurations.find(([, one]) => labelFrom(making.graph, one.name, '') === name) ?? []
  const managed = isObject(configuration?.managedEBSVolume) ? configuration.managedEBSVolume : {}
  const size = typeof managed.sizeInGiB === 'number' ? `${managed.sizeInGiB}Gi` : '20Gi'
  const type = typeof managed.volumeType === 'string' ? managed.volumeType : 'gp3'
  const known = Object.entries(making.made).find(
    ([, { kind, spec }]) => kind === 'kubernetes-storage-class' && valueAt(spec, '/parameters/type') === type,
  )
  const storageClassName = known
    ? `@{${known[0]}}`
    : object(making, `ebs-${type}-class`, 'kubernetes-storage-class', {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: `ebs-${type}` },
        provisioner: DRIVERS.ebs,
        parameters: { type, ...(managed.encrypted === true ? { encrypted: 'true' } : {}) },
        volumeBindingMode: 'WaitForFirstConsumer',
      })
  const spec = {
    accessModes: ['ReadWriteOnce'],
    storageClassName,
    resources: { requests: { storage: size } },
  }
  const ephemeral = { volumeClaimTemplate: { spec } }
  became(tracker, definition, `${at}/configuredAtLaunch`, [workload.kind, `${pod}/volumes`, { ephemeral }])
  if (runner && index !== undefined) {
    const from = `/volumeConfigurations/${index}`
    became(tracker, runner, `${from}/name`, [workload.kind, `${pod}/volumes`, name])
    for (const member of ['sizeInGiB', 'volumeType', 'encrypted'])
      became(tracker, runner, `${from}/managedEBSVolume/${member}`, [
        'StorageClass',
        '/parameters',
        managed[member],
      ])
    lost(
      tracker,
      runner,
      `${from}/managedEBSVolume/roleArn`,
      'The EBS CSI driver makes the volumes with its own role.',
    )
  }
  return { ephemeral }
}
