/** Questions about volumes and mount points that several rules ask. */
import type { VolumeKind } from '../../aws/facts/volumes'
import { memoLast } from '../../basics/memo'
import { say, type Text } from '../../texts/text'
import { type ContainerSpec, isAbsent, isUnknown, runsWindows, type TaskDefinitionSpec } from '../reading'

export type VolumeSpec = NonNullable<TaskDefinitionSpec['volumes']>[number]

/** The member of a volume by which it is of a kind. */
export const membersOfKinds = {
  'host-path': 'host',
  docker: 'dockerVolumeConfiguration',
  efs: 'efsVolumeConfiguration',
  'fsx-windows': 'fsxWindowsFileServerVolumeConfiguration',
  's3-files': 's3filesVolumeConfiguration',
  ebs: 'configuredAtLaunch',
} as const satisfies Partial<Record<VolumeKind, keyof VolumeSpec>>

type NamedKind = keyof typeof membersOfKinds

const NAMED_KINDS = Object.keys(membersOfKinds) as NamedKind[]

/** Every kind that a volume says it is of. None at all, or an empty `host`, is a bind mount without a path. */
export function kindsOf(volume: VolumeSpec): readonly NamedKind[] {
  return NAMED_KINDS.filter((kind) => isOfKind(volume, kind))
}

function isOfKind(volume: VolumeSpec, kind: NamedKind): boolean {
  return !isAbsent(kind === 'host-path' ? volume.host?.sourcePath : volume[membersOfKinds[kind]])
}

export interface Place {
  readonly volume: VolumeSpec
  readonly index: number
  /** JSON pointer of the volume. */
  readonly at: string
}

type Places = Partial<Record<NamedKind, readonly Place[]>>

const NOWHERE: readonly Place[] = []

/**
 * The volumes of a task definition that are of a kind. While one is of several, nobody can tell which will stay, and
 * `volume-kinds-multiple` is what there is to say.
 */
export function volumesOfKind({ volumes }: TaskDefinitionSpec, kind: NamedKind): readonly Place[] {
  return volumes?.length ? (placesIn(volumes)[kind] ?? NOWHERE) : NOWHERE
}

/** A dozen rules ask, each for its kind. */
const placesIn: (volumes: readonly VolumeSpec[]) => Places = memoLast((volumes: readonly VolumeSpec[]) => {
  const places: Partial<Record<NamedKind, Place[]>> = {}
  volumes.forEach((volume, index) => {
    const [kind, ...others] = kindsOf(volume)
    if (kind === undefined || others.length > 0) return
    places[kind] = [...(places[kind] ?? []), { volume, index, at: `/volumes/${index}` }]
  })
  return places
})

/** Kinds of which AWS itself asks for the name; without one the others are only of no use. */
const NAMED_BY_AWS: readonly NamedKind[] = ['efs', 's3-files', 'ebs']

/** Does AWS refuse a volume without a name? */
export function mustHaveName(volume: VolumeSpec): boolean {
  return kindsOf(volume).some((kind) => NAMED_BY_AWS.includes(kind))
}

/** How a message calls a volume: by its name, else by its place among the others. */
export function volumeTitle({ name }: VolumeSpec, index: number): Text {
  return name || say`number ${index + 1}`
}

export interface Mount {
  /** Index of the container. */
  readonly container: number
  readonly sourceVolume: string | undefined
  readonly containerPath: string | undefined
  readonly readOnly: boolean | undefined
  /** JSON pointer of the mount point. */
  readonly at: string
}

const NO_MOUNTS: readonly Mount[] = []

/** Every mount point of a task definition. */
export function mountsOf({ containerDefinitions }: TaskDefinitionSpec): readonly Mount[] {
  return containerDefinitions ? mountsIn(containerDefinitions) : NO_MOUNTS
}

const mountsIn: (containers: readonly ContainerSpec[]) => readonly Mount[] = memoLast(
  (containers: readonly ContainerSpec[]) => {
    const mounts: Mount[] = []
    containers.forEach(({ mountPoints }, container) => {
      mountPoints?.forEach(({ sourceVolume, containerPath, readOnly }, index) => {
        const at = `/containerDefinitions/${container}/mountPoints/${index}`
        mounts.push({ container, sourceVolume, containerPath, readOnly, at })
      })
    })
    return mounts
  },
)

/** Does a container mount that volume? Undefined where a mount point's volume is a placeholder. */
export function isMounted(spec: TaskDefinitionSpec, name: string): boolean | undefined {
  const mounts = mountsOf(spec)
  if (mounts.some(({ sourceVolume }) => sourceVolume === name)) return true
  return mounts.some(({ sourceVolume }) => isUnknown(sourceVolume)) ? undefined : false
}

/** The volumes that mount points name although the task definition has none of that name. */
export function missingVolumes(spec: TaskDefinitionSpec): readonly string[] {
  const names = new Set(spec.volumes?.map(({ name }) => name))
  const wanted = mountsOf(spec).flatMap(({ sourceVolume }) => sourceVolume || [])
  return [...new Set(wanted)].filter((name) => !isUnknown(name) && !names.has(name))
}

/** Where a fix mounts a volume: in a folder of that name, which on Windows needs a drive. */
export function pathFor(spec: TaskDefinitionSpec, name: string): string {
  return runsWindows(spec) ? `C:\\${name}` : `/mnt/${name}`
}
