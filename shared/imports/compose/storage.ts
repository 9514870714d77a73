/** `volumes` and `tmpfs`: named volumes become EFS file systems, scratch space stays scratch, folders of the host go. */
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { refer } from '../../design/references'
import { say } from '../../texts/text'
import { itemsOf, member, type Node, take, takeText, textOf } from '../containers/node'
import { fileSystem } from '../containers/stack'
import { drop, mapped, specText } from '../containers/telling'
import { mebibytes, plainText } from '../containers/values'
import type { Reading } from './reading'

export interface Storage {
  /** Of the task definition, by name. */
  readonly volumes: Map<string, Spec>
}

interface Mount {
  readonly type: string
  readonly source: string | undefined
  readonly target: string
  readonly readOnly: boolean
}

/** `mountPoints` of a container; its volumes join those of the task definition. */
export function mountsOf(
  reading: Reading,
  service: Node,
  storage: Storage,
  groups: readonly string[],
  id: string,
): readonly Spec[] {
  const points = itemsOf(member(service, 'volumes')).flatMap((item) => {
    const mount = item.members ? long(item) : short(textOf(item) ?? '')
    if (!mount) {
      drop(
        reading,
        'volume',
        item,
        say`${quote(textOf(item) ?? '')} is left out: it tells no path in the container.`,
        id,
      )
      return []
    }
    const sourceVolume = volumeOf(reading, item, mount, storage, groups, id)
    if (sourceVolume === undefined) return []
    return [
      {
        sourceVolume,
        containerPath: specText(mount.target),
        ...(mount.readOnly ? { readOnly: true } : {}),
      },
    ]
  })
  return [...points, ...scratchOf(reading, service, storage, id)]
}

function volumeOf(
  reading: Reading,
  item: Node,
  { type, source, target }: Mount,
  storage: Storage,
  groups: readonly string[],
  id: string,
): string | undefined {
  if (type === 'bind') {
    const text = /docker\.sock$/.test(source ?? '')
      ? say`${quote(source ?? '')} is left out: tasks can’t reach Docker itself.`
      : say`Folder ${quote(source ?? '')} of the host is left out: put the files into the image, or on an EFS file system if they change.`
    drop(reading, 'bind-mount', item, text, id)
    return undefined
  }
  if (type !== 'volume' && type !== 'tmpfs') {
    drop(reading, 'mount-type', item, say`A mount of type ${quote(type)} is left out: ECS has none.`, id)
    return undefined
  }
  if (type === 'tmpfs' || source === undefined) {
    const name = scratch(storage, target)
    mapped(reading, 'scratch', item, say`${quote(target)} became scratch space that ends with its task.`, id)
    return name
  }
  const { project, stack } = reading
  const top = member(member(project.root, 'volumes'), source)
  const outside = textOf(member(top, 'name')) ?? source
  const system = fileSystem(stack, plainText(outside), groups, 'private', top?.at ?? item.at)
  const name = volumeName(source)
  storage.volumes.set(name, {
    name,
    efsVolumeConfiguration: { fileSystemId: refer(system), transitEncryption: 'ENABLED' },
  })
  const text = say`Volume ${quote(source)} is mounted from EFS, which keeps it when tasks are replaced.`
  mapped(reading, 'volume', item, text, id)
  return name
}

function volumeName(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|(?<!-)-+$/g, '') || 'data'
}

/** A volume of the task with neither host path nor file system. */
function scratch(storage: Storage, target: string): string {
  const name = `scratch-${volumeName(target)}`
  storage.volumes.set(name, { name })
  return name
}

function long(item: Node): Mount | undefined {
  const target = textOf(member(item, 'target'))
  const source = textOf(member(item, 'source'))
  const type = textOf(member(item, 'type')) ?? 'volume'
  const readOnly = textOf(member(item, 'read_only')) === 'true'
  return target === undefined ? undefined : { type, source, target, readOnly }
}

/** `[source:]target[:options]`; a source that begins like a path is a folder of the host. */
function short(written: string): Mount | undefined {
  const [first = '', second, options = ''] = parts(written)
  if (first === '') return undefined
  if (second === undefined) return { type: 'volume', source: undefined, target: first, readOnly: false }
  // Some write options without a source.
  if (!/[/\\$]/.test(second))
    return { type: 'volume', source: undefined, target: first, readOnly: second === 'ro' }
  const type = /^[./~\\$]|^[A-Za-z]:[\\/]/.test(first) ? 'bind' : 'volume'
  return { type, source: first, target: second, readOnly: options.split(',').includes('ro') }
}

/** Split at colons, but not at that of a drive or within a variable. */
function parts(written: string): readonly string[] {
  return written.match(/(?:\$\{[^}]*(?:\}|$)|^[A-Za-z]:(?=[\\/])|[^:])+/g) ?? []
}

/** `tmpfs`: with a size it is memory, without one ECS takes none, so it is scratch space. */
function scratchOf(reading: Reading, service: Node, storage: Storage, id: string): readonly Spec[] {
  return itemsOf(member(service, 'tmpfs')).flatMap((item) => {
    const [target = '', options = ''] = (takeText(item) ?? '').split(':')
    if (target === '') return []
    if (sizeIn(options) !== undefined) return []
    mapped(reading, 'scratch', item, say`${quote(target)} became scratch space that ends with its task.`, id)
    return [{ sourceVolume: scratch(storage, target), containerPath: specText(target) }]
  })
}

function sizeIn(options: string): number | undefined {
  const size = options.split(',').find((option) => option.startsWith('size='))
  return size === undefined ? undefined : mebibytes(size.slice('size='.length))
}

/** `linuxParameters.tmpfs`, of those with a size. */
export function tmpfsOf(reading: Reading, service: Node, id: string): readonly Spec[] {
  return itemsOf(member(service, 'tmpfs')).flatMap((item) => {
    const [containerPath = '', options = ''] = (textOf(item) ?? '').split(':')
    const size = sizeIn(options)
    if (size === undefined) return []
    take(item)
    mapped(reading, 'tmpfs', item, say`${quote(containerPath)} is memory of ${size} MiB.`, id)
    const mountOptions = options.split(',').filter((option) => option !== '' && !option.startsWith('size='))
    return [
      { containerPath: specText(containerPath), size, ...(mountOptions.length > 0 ? { mountOptions } : {}) },
    ]
  })
}
