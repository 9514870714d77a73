/** EFS volumes, and whether they are encrypted in transit. */
import { type Graph, incoming } from '../../graph/graph'
import { type Run, runsOf } from '../../graph/runs'
import type { Text } from '../../texts/text'
import { setMembers } from '../fixes'
import { isAbsent, isUnknown, type TaskDefinitionSpec } from '../reading'
import type { Fix } from '../rule'
import { type VolumeSpec, volumesOfKind, volumeTitle } from './volumes'

type EfsConfiguration = NonNullable<VolumeSpec['efsVolumeConfiguration']>

export interface EfsVolume {
  /** JSON pointer of `efsVolumeConfiguration`. */
  readonly at: string
  /** How messages call the volume. */
  readonly title: Text
  readonly efs: EfsConfiguration
}

export function efsVolumes(spec: TaskDefinitionSpec): readonly EfsVolume[] {
  return volumesOfKind(spec, 'efs').map(({ volume, index, at }) => ({
    at: `${at}/efsVolumeConfiguration`,
    title: volumeTitle(volume, index),
    efs: volume.efsVolumeConfiguration ?? {},
  }))
}

/** What a volume uses that goes with encryption in transit only. */
export function needForTls({ authorizationConfig: authorization }: EfsConfiguration): string | undefined {
  if (!isAbsent(authorization?.accessPointId)) return 'an access point'
  return authorization?.iam === 'ENABLED' ? 'IAM authorization' : undefined
}

/** Left out, it is off. */
export function isUnencrypted({ transitEncryption }: EfsConfiguration): boolean {
  return !isUnknown(transitEncryption) && transitEncryption !== 'ENABLED'
}

/** Turns encryption in transit on; `at` is the pointer of `efsVolumeConfiguration`. */
export function encrypt(id: string, at: string): Fix {
  return setMembers('Enable transit encryption', id, { [`${at}/transitEncryption`]: 'ENABLED' })
}

/** Everything that runs a task definition with a volume of that file system. */
export function runsMounting(graph: Graph, fileSystem: string): readonly Run[] {
  const definitions = new Set(incoming(graph, fileSystem, 'mounts').map(({ from }) => from))
  return [...definitions].flatMap((definition) => runsOf(graph, definition))
}
