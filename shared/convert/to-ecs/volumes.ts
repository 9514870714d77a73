/** Volumes of a pod as volumes of a task definition. */
import { isObject, setAt, valueAt } from '../../basics/json'
import { DRIVERS } from '../../elements/parts/persistent'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { became, implied, lost, type Source } from '../conversion'
import { mebibytes } from '../quantities'
import { belonging, DEFINITION, drawn, type Making } from './making'

/** Writes the volumes that a task can have; mounts of the others are lost with them. */
export function volumes(making: Making): void {
  const { workload, tracker, definition } = making
  for (const [index, volume] of objectsAt(workload.spec, `${making.pod}/volumes`)) {
    const at = `${making.pod}/volumes/${index}`
    const written = typeof volume.name === 'string' ? storage(making, at, volume) : undefined
    if (written === undefined) continue
    const made = { name: volume.name, ...written }
    setAt(definition.spec, '/volumes/-', made)
    became(tracker, workload, at, [DEFINITION, '/volumes', made])
  }
}

function storage(making: Making, at: string, volume: Readonly<Record<string, unknown>>): object | undefined {
  const { workload, tracker, fargate } = making
  if (isObject(volume.emptyDir)) {
    if (volume.emptyDir.medium !== 'Memory') return {}
    lost(
      tracker,
      workload,
      `${at}/emptyDir/medium`,
      'Tasks have no folder in memory that containers share; here it is on disk.',
    )
    return {}
  }
  const path = textAt(volume, '/hostPath/path')
  if (path !== undefined && !fargate) return { host: { sourcePath: path } }
  if (path !== undefined) {
    lost(tracker, workload, at, 'A task on Fargate can’t mount folders of a host.')
    return undefined
  }
  const claim = drawn(making, valueAt(volume, '/persistentVolumeClaim/claimName'), 'kubernetes-volume-claim')
  if (claim !== undefined) return claimed(making, at, claim)
  if (isObject(volume.ephemeral)) return managed(making, volume)
  const note =
    isObject(volume.configMap) || isObject(volume.secret) || isObject(volume.projected)
      ? 'Tasks get no files of settings. Put them into the image, into EFS, or into variables.'
      : 'Tasks have no such volumes.'
  lost(tracker, workload, at, note)
  return undefined
}

/** A claim on EFS is an EFS volume; one on EBS is a volume that the service makes for every task. */
function claimed(making: Making, at: string, claim: string): object | undefined {
  const { tracker, workload, graph } = making
  const from = belonging(making, claim, 'mounts')
  implied(tracker, from, '/spec')
  const volume = drawn(making, valueAt(from.spec, '/spec/volumeName'), 'kubernetes-volume')
  const csi = volume === undefined ? undefined : valueAt(graph.element(volume)?.spec, '/spec/csi')
  if (
    volume !== undefined &&
    isObject(csi) &&
    csi.driver === DRIVERS.efs &&
    typeof csi.volumeHandle === 'string'
  ) {
    const persistent = belonging(making, volume, 'backed-by')
    return efs(making, persistent, csi.volumeHandle)
  }
  const size = mebibytes(valueAt(from.spec, '/spec/resources/requests/storage'))
  if (making.runner.kind !== 'service' || valueAt(from.spec, '/spec/accessModes/0') === 'ReadWriteMany') {
    lost(tracker, workload, at, 'Nothing says which file system of AWS this is. Mount one of EFS.')
    return undefined
  }
  lost(
    tracker,
    from,
    '/spec/accessModes',
    'ECS makes a new EBS volume for every task and deletes it with the task: data does not stay.',
  )
  return ebs(making, valueAt(workload.spec, `${at}/name`), size)
}

/** `fs-…:/folder:fsap-…`: folder and access point may be left out. */
function efs({ tracker }: Making, from: Source, volumeHandle: string): object {
  const [fileSystemId = '', folder = '', accessPointId = ''] = volumeHandle.split(':')
  const configuration = {
    fileSystemId,
    ...(folder === '' || accessPointId !== '' ? {} : { rootDirectory: folder }),
    transitEncryption: 'ENABLED',
    ...(accessPointId === '' ? {} : { authorizationConfig: { accessPointId } }),
  }
  became(tracker, from, '/spec/csi', [DEFINITION, '/volumes', configuration])
  implied(tracker, from, '/spec')
  return { efsVolumeConfiguration: configuration }
}

function managed(making: Making, volume: Readonly<Record<string, unknown>>): object {
  const size = mebibytes(valueAt(volume, '/ephemeral/volumeClaimTemplate/spec/resources/requests/storage'))
  return ebs(making, volume.name, size)
}

function ebs({ runner }: Making, name: unknown, size: number | undefined): object {
  const managedEBSVolume = {
    sizeInGiB: Math.max(1, Math.ceil((size ?? 20 * 1024) / 1024)),
    volumeType: 'gp3',
  }
  setAt(runner.spec, '/volumeConfigurations/-', { name, managedEBSVolume })
  return { configuredAtLaunch: true }
}
