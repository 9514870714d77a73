/** Drawing and erasing mounts: a volume of the task definition and a mount point in one of its containers. */
import { removeAt, removePruned, valueAt } from '../../basics/json'
import { slug } from '../../basics/slug'
import { say } from '../../texts/text'
import type { ConnectRequest, MutableSpec, Relation } from '../kind'
import { called, containerFor } from './container-lines'
import { append, freeName } from './editing'
import { ancestor, objectsAt, textAt } from './reading'

type Connect = NonNullable<Relation['connect']>

interface Mount {
  /** The member of the volume that says which file system it is. */
  readonly key: string
  /** Its member with the reference. */
  readonly identifier: 'fileSystemId' | 'fileSystemArn'
  readonly configuration: (reference: string) => MutableSpec
  readonly containerPath: (name: string) => string
}

/** An encrypted EFS volume, mounted at `/mnt/<name>`. */
export const mountsEfs: Connect = mounts({
  key: 'efsVolumeConfiguration',
  identifier: 'fileSystemId',
  configuration: (fileSystemId) => ({ fileSystemId, transitEncryption: 'ENABLED' }),
  containerPath: (name) => `/mnt/${name}`,
})

/** The share that every FSx for Windows file system has from the start, mounted at `C:\<name>`. */
export const mountsFsxWindows: Connect = mounts({
  key: 'fsxWindowsFileServerVolumeConfiguration',
  identifier: 'fileSystemId',
  configuration: (fileSystemId) => ({ fileSystemId, rootDirectory: 'share' }),
  containerPath: (name) => `C:\\${name}`,
})

/** An S3 Files volume, which is always encrypted in transit, mounted at `/mnt/<name>`. */
export const mountsS3Files: Connect = mounts({
  key: 's3filesVolumeConfiguration',
  identifier: 'fileSystemArn',
  configuration: (fileSystemArn) => ({ fileSystemArn }),
  containerPath: (name) => `/mnt/${name}`,
})

function mounts(mount: Mount): Connect {
  return (spec, request) => {
    const container = containerFor(spec, request.row)
    const known = objectsAt(spec, '/volumes').find(
      ([, v]) => v[mount.key]?.[mount.identifier] === request.reference,
    )
    const name = known ? textAt(known[1], '/name') : freeVolumeName(spec, request)
    if (name === undefined) return 'Its volume has no name yet. Name it first.'
    if (known && (!container || mountsVolume(container, name))) {
      return container
        ? say`${called(container)} already mounts it.`
        : 'It is a volume of the task definition already.'
    }
    if (!known) {
      const refused = append(spec, 'volumes', { name, [mount.key]: mount.configuration(request.reference) })
      if (refused) return refused
    }
    if (!container) return undefined
    return append(container, 'mountPoints', { sourceVolume: name, containerPath: mount.containerPath(name) })
  }
}

function freeVolumeName(spec: MutableSpec, request: ConnectRequest): string {
  const taken = new Set(objectsAt(spec, '/volumes').map(([, volume]) => volume.name))
  return freeName(slug(request.name, 'data'), taken)
}

function mountsVolume(container: MutableSpec, name: string): boolean {
  return objectsAt(container, '/mountPoints').some(([, point]) => point.sourceVolume === name)
}

/** Takes the volume and every mount point of it. */
export function unmount(spec: MutableSpec, pointer: string): void {
  const volume = ancestor(pointer, 2)
  const name = valueAt(spec, `${volume}/name`)
  removePruned(spec, volume)
  const shared = objectsAt(spec, '/volumes').some(([, other]) => other.name === name)
  if (shared) return
  for (const [index, container] of objectsAt(spec, '/containerDefinitions')) {
    const points = objectsAt(container, '/mountPoints').filter(([, point]) => point.sourceVolume === name)
    for (const [at] of points.reverse()) removeAt(container, `/mountPoints/${at}`)
    const empty = points.length > 0 && container.mountPoints.length === 0
    if (empty) removePruned(spec, `/containerDefinitions/${index}/mountPoints`)
  }
}

/** `/data rw`; with several mount points the first, and how many more. */
export function mountLabel(spec: Readonly<Record<string, unknown>>, pointer: string): string | undefined {
  const name = valueAt(spec, `${ancestor(pointer, 2)}/name`)
  const points = objectsAt(spec, '/containerDefinitions')
    .flatMap(([, container]) => objectsAt(container, '/mountPoints'))
    .filter(([, point]) => point.sourceVolume === name)
    .map(([, point]) =>
      `${textAt(point, '/containerPath') ?? ''} ${point.readOnly === true ? 'ro' : 'rw'}`.trim(),
    )
  const [first, ...others] = [...new Set(points)]
  return others.length === 0 ? first : `${first} +${others.length}`
}
