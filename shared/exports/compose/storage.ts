/** Volumes and mounts: file systems of AWS become volumes of this computer, folders of the host stay folders. */
import { quote } from '../../basics/quote'
import { referencesIn } from '../../design/references'
import { displayName, labelOf } from '../../elements/kinds'
import { resolved } from '../../graph/graph'
import { say, term } from '../../texts/text'
import type { Group } from './groups'
import type { Members } from './members'
import { compact, keyOf, type Writing } from './writing'

/** What a mount point's `sourceVolume` stands for. */
export type Source =
  | { readonly type: 'volume'; readonly source: string }
  | { readonly type: 'bind'; readonly source: string }

/** The volumes of a group's task definition by name. */
export function volumesOf(
  writing: Writing,
  group: Group,
  volumes: readonly Members[],
): ReadonlyMap<string, Source> {
  const found = new Map<string, Source>()
  for (const volume of volumes) {
    const name = volume.text('name')
    if (name !== undefined) found.set(name, sourceOf(writing, group, name, volume))
  }
  return found
}

function sourceOf(writing: Writing, group: Group, name: string, volume: Members): Source {
  const path = volume.group('host').text('sourcePath')
  if (path !== undefined) {
    const text = say`${quote(resolved(writing.graph, path))} is a folder of the container instance; here it is one of this computer’s.`
    writing.note('host-folder', text, group.definition)
    return { type: 'bind', source: writing.text(path, group.definition) }
  }
  for (const [key, identifier] of FILE_SYSTEMS) {
    const system = volume.group(key)
    const named = system.text(identifier)
    if (named !== undefined) return { type: 'volume', source: fileSystem(writing, group, named, system) }
  }
  const docker = volume.group('dockerVolumeConfiguration')
  if (docker.holds('scope') || docker.holds('driver')) return dockerVolume(writing, group, name, volume)
  if (volume.flag('configuredAtLaunch') === true) {
    const text = say`Volume ${quote(name)} is a local one here, empty at first, instead of an EBS volume.`
    writing.note('local-volume', text, group.definition)
  }
  const identity = `${group.key} ${name}`
  return { type: 'volume', source: writing.volume(identity, `${group.key}-${resolved(writing.graph, name)}`) }
}

const FILE_SYSTEMS = [
  ['efsVolumeConfiguration', 'fileSystemId'],
  ['fsxWindowsFileServerVolumeConfiguration', 'fileSystemId'],
  ['s3filesVolumeConfiguration', 'fileSystemArn'],
] as const

/** The same folder of the same file system is the same volume, whoever mounts it. */
function fileSystem(writing: Writing, group: Group, named: string, system: Members): string {
  const folder = system.text('rootDirectory') ?? '/'
  const point =
    system.group('authorizationConfig').text('accessPointId') ?? system.text('accessPointArn') ?? ''
  const id = referencesIn(named)[0]?.id
  const element = id === undefined ? undefined : writing.graph.element(id)
  const called = id !== undefined && element ? displayName(id, element) : resolved(writing.graph, named)
  const wanted = keyOf(called, 'data') + folder.replace(/^\/+|(?<!\/)\/+$/g, '').replace(/^(?=.)/, '-')
  const before = writing.volumes.size
  const volume = writing.volume(`${named} ${folder} ${point}`, wanted)
  if (writing.volumes.size > before) {
    const label = element ? labelOf(element.kind) : term('a file system')
    const text = say`Volume ${quote(volume)} is a local one here, empty at first, instead of ${label} ${quote(called)}.`
    writing.note('local-volume', text, group.definition)
  }
  return volume
}

function dockerVolume(writing: Writing, group: Group, name: string, volume: Members): Source {
  const docker = volume.group('dockerVolumeConfiguration')
  const shared = docker.text('scope') === 'shared'
  const text = (value: string) => writing.text(value, group.definition)
  const provisioned = docker.flag('autoprovision')
  const definition =
    shared && provisioned !== true
      ? { external: true, name: text(name) }
      : compact({
          driver: mapped(docker.text('driver'), text),
          driver_opts: Object.fromEntries(docker.map('driverOpts').map(([key, value]) => [key, text(value)])),
          labels: Object.fromEntries(docker.map('labels').map(([key, value]) => [key, text(value)])),
        })
  const identity = shared ? ` ${name}` : `${group.key} ${name}`
  const wanted = resolved(writing.graph, name)
  return {
    type: 'volume',
    source: writing.volume(identity, shared ? wanted : `${group.key}-${wanted}`, definition),
  }
}

function mapped<T>(value: T | undefined, change: (value: T) => T): T | undefined {
  return value === undefined ? undefined : change(value)
}

/** `mountPoints` in the long syntax, in which a Windows path has no colon too many. */
export function mountsOf(
  writing: Writing,
  group: Group,
  called: string,
  container: Members,
  sources: ReadonlyMap<string, Source>,
): readonly object[] {
  return container.items('mountPoints').flatMap((point) => {
    const [name, path] = [point.text('sourceVolume'), point.text('containerPath')]
    const source = name === undefined ? undefined : sources.get(name)
    const readOnly = point.flag('readOnly')
    if (!source || path === undefined) {
      const text = say`A mount point of container ${quote(called)} is left out: it names no volume of the task, or no path.`
      writing.note('mount', text, group.definition)
      return []
    }
    return [
      { ...source, target: writing.text(path, group.definition), ...(readOnly ? { read_only: true } : {}) },
    ]
  })
}

/** `tmpfs` in the short syntax: `/run:size=64m,noexec`. */
export function tmpfsOf(writing: Writing, linux: Members): readonly string[] {
  return linux.items('tmpfs').flatMap((mount) => {
    const path = mount.text('containerPath')
    if (path === undefined) return []
    const size = mount.number('size')
    const options = [...(size === undefined ? [] : [`size=${size}m`]), ...mount.texts('mountOptions')]
    return [writing.text(path) + (options.length > 0 ? `:${options.join(',')}` : '')]
  })
}
