/** `storage`: ephemeral space, a read-only root, and volumes on EFS. */
import { toNumber } from '../../basics/convert'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { say } from '../../texts/text'
import { reference } from '../collect/collector'
import { fileSystem as fileSystemReader } from '../collect/named'
import { member, type Node, takeFlag, takeText, textOf } from '../containers/node'
import { addAccessPoint, allow, fileSystem, taskRole } from '../containers/stack'
import { mapped } from '../containers/telling'
import type { Reading } from './reading'

export interface Storage {
  /** Of the task definition. */
  readonly task: Spec
  /** Of the main container. */
  readonly container: Spec
}

/** What a manifest says of storage; `groups` are the security groups that may reach a file system made for it. */
export function storageOf(reading: Reading, groups: readonly string[]): Storage {
  const storage = member(reading.root, 'storage')
  const size = toNumber(textOf(member(storage, 'ephemeral')))
  const volumes: Spec[] = []
  const mountPoints: Spec[] = []
  for (const [name, node] of member(storage, 'volumes')?.members ?? []) {
    volumes.push({ name: escapeText(name), ...volumeOf(reading, name, member(node, 'efs'), groups) })
    const path = takeText(member(node, 'path'))
    const readOnly = takeFlag(member(node, 'read_only')) ?? true
    if (path === undefined) continue
    mountPoints.push({ sourceVolume: escapeText(name), containerPath: escapeText(path), readOnly })
  }
  const ephemeral = Number.isInteger(size) && size > 0
  if (ephemeral) takeText(member(storage, 'ephemeral'))
  const readonly = takeFlag(member(storage, 'readonly_fs'))
  return {
    task: {
      ...(ephemeral && size > 20 ? { ephemeralStorage: { sizeInGiB: size } } : {}),
      ...(volumes.length > 0 ? { volumes } : {}),
    },
    container: {
      ...(readonly === undefined ? {} : { readonlyRootFilesystem: readonly }),
      ...(mountPoints.length > 0 ? { mountPoints } : {}),
    },
  }
}

/** Scratch space without `efs`; a file system of Copilot’s own with `true` or a user; else the one that has the id. */
function volumeOf(reading: Reading, name: string, efs: Node | undefined, groups: readonly string[]): Spec {
  if (!efs) return {}
  if (textOf(efs) === 'false') {
    const text = say`${quote(name)} is scratch space that ends with its task.`
    mapped(reading, 'scratch', efs, text, reading.definition)
    return {}
  }
  const id = textOf(member(efs, 'id'))
  if (id !== undefined) return existing(reading, efs, id)
  return managed(reading, name, efs, groups)
}

function existing(reading: Reading, efs: Node, id: string): Spec {
  takeText(member(efs, 'id'))
  const resource = fileSystemReader('efs-file-system')(id, () => undefined)
  const fileSystemId = resource
    ? reference(reading.stack.collector, resource, member(efs, 'id')?.at ?? efs.at)
    : escapeText(id)
  const auth = member(efs, 'auth')
  const iam = takeFlag(member(auth, 'iam'))
  const accessPointId = takeText(member(auth, 'access_point_id'))
  const rootDirectory = takeText(member(efs, 'root_dir'))
  if (iam) allowMount(reading, fileSystemId)
  return {
    efsVolumeConfiguration: {
      fileSystemId,
      transitEncryption: 'ENABLED',
      ...(rootDirectory === undefined ? {} : { rootDirectory: escapeText(rootDirectory) }),
      ...(iam === undefined && accessPointId === undefined
        ? {}
        : {
            authorizationConfig: {
              ...(accessPointId === undefined ? {} : { accessPointId: escapeText(accessPointId) }),
              ...(iam === undefined ? {} : { iam: iam ? 'ENABLED' : 'DISABLED' }),
            },
          }),
    },
  }
}

/** One file system for the environment, in which each service has a folder with an access point. */
function managed(reading: Reading, name: string, efs: Node, groups: readonly string[]): Spec {
  const { stack, access, definition } = reading
  const system = fileSystem(stack, `${stack.name}-files`, groups, access)
  const [Uid, Gid] = ['uid', 'gid'].map((key) => toNumber(textOf(member(efs, key)) ?? 1000))
  addAccessPoint(stack, system, {
    PosixUser: { Uid, Gid },
    RootDirectory: {
      Path: `/${escapeText(reading.name)}`,
      CreationInfo: { OwnerUid: Uid, OwnerGid: Gid, Permissions: '0755' },
    },
  })
  allowMount(reading, refer(system))
  const text = say`Volume ${quote(name)} is a folder of EFS file system ${quote(`${stack.name}-files`)}, behind an access point whose ID is known once it exists.`
  mapped(reading, 'managed-efs', efs, text, definition)
  return {
    efsVolumeConfiguration: {
      fileSystemId: refer(system),
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId: '<access-point-id>', iam: 'ENABLED' },
    },
  }
}

function allowMount({ stack, name }: Reading, fileSystemId: string): void {
  const actions = ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite']
  const id = /^@\{([^.}]+)/.exec(fileSystemId)?.[1]
  allow(stack, taskRole(stack, name), 'mount-files', actions, id === undefined ? '*' : refer(id, 'arn'))
}
