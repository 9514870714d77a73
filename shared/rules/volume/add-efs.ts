/** Giving a task definition a new EFS file system. */
import { systemOf } from '../../aws/facts/fargate-sizes'
import { takesVolume } from '../../aws/facts/volumes'
import { isObject } from '../../basics/json'
import { freeId } from '../../basics/slug'
import type { DesignDraft } from '../../design/edit'
import { refer } from '../../design/references'
import { efsFileSystem } from '../../elements/efs-file-system'
import { append } from '../../elements/parts/editing'
import { objectsAt } from '../../elements/parts/reading'
import type { Graph } from '../../graph/graph'
import { launchTypesOf } from '../../graph/runs'
import { addElement } from '../fixes'
import { isUnknown, type TaskDefinitionSpec } from '../reading'

/** Can a task definition have EFS volumes, however it is run? */
export function takesEfs(graph: Graph, id: string, spec: TaskDefinitionSpec): boolean {
  const family = spec.runtimePlatform?.operatingSystemFamily
  if (isUnknown(family) || systemOf(family) !== 'LINUX') return false
  return [...launchTypesOf(graph, id)].every((launch) => takesVolume('efs', launch, 'LINUX'))
}

interface NewVolume {
  /** What the file system is called. */
  readonly name: string
  /** The id of its element, and the volume's name, if they are free. */
  readonly wanted: string
  /** Where a container mounts it; without it no container does. */
  readonly mount?: { readonly container: number; readonly path: string }
}

/**
 * Draws an encrypted file system and makes a volume of it. Says which element it is; undefined when something is mounted
 * at the path already.
 */
export function addEfsVolume(
  draft: DesignDraft,
  taskDefinition: string,
  { name, wanted, mount }: NewVolume,
): string | undefined {
  const spec = draft.elements[taskDefinition]?.spec
  const container = objectsAt(spec, '/containerDefinitions').find(
    ([index]) => index === mount?.container,
  )?.[1]
  const taken = objectsAt(container, '/mountPoints').some(
    ([, { containerPath }]) => containerPath === mount?.path,
  )
  if (!isObject(spec) || (mount && taken)) return undefined
  const volumes = objectsAt(spec, '/volumes').map(([, volume]) => volume.name)
  const volume = freeId(wanted, (one) => volumes.includes(one))
  const fileSystem = addElement(draft, wanted, {
    kind: efsFileSystem.kind,
    spec: efsFileSystem.defaults(name),
  })
  append(spec, 'volumes', {
    name: volume,
    efsVolumeConfiguration: { fileSystemId: refer(fileSystem), transitEncryption: 'ENABLED' },
  })
  if (mount && container)
    append(container, 'mountPoints', { sourceVolume: volume, containerPath: mount.path })
  return fileSystem
}
