/** Exports what runs as a Compose file, for trying it out on one’s own computer. */
import { stringify } from 'yaml'
import { own } from '../basics/own'
import { push } from '../basics/push'
import { quote } from '../basics/quote'
import { slug } from '../basics/slug'
import type { Design } from '../design/design'
import { displayName, labelOf } from '../elements/kinds'
import { type Graph, graphOf } from '../graph/graph'
import { english, listed, say } from '../texts/text'
import { containerService, type Surroundings } from './compose/container'
import { type Group, groupName, groupsOf } from './compose/groups'
import { membersOf } from './compose/members'
import { aliasesOf, wantedPorts } from './compose/network'
import { taskSize } from './compose/resources'
import { volumesOf } from './compose/storage'
import { compact, FILE, newWriting, type Writing } from './compose/writing'
import { defineExport, type ExportNote } from './format'
import { onEcs } from './on-ecs'

/** The code of a note about an element that the file does not hold at all. */
const NO_COUNTERPART = 'no-counterpart'

/** What ECS itself starts to hold a task’s network. */
const PAUSE_IMAGE = 'registry.k8s.io/pause:3.10'

export const composeExport = defineExport({
  id: 'compose',
  title: 'Docker Compose, for local runs',
  category: 'containers',
  fileNames: FILE,
  export: onEcs((design, losses) => {
    const graph = graphOf(design)
    const groups = groupsOf(graph).filter(({ containers }) => containers.length > 0)
    if (groups.length === 0) {
      return { files: [], notes: [{ code: 'nothing', text: 'The design has no task definition.' }] }
    }
    const writing = newWriting(graph, new Set(groups.flatMap(wantedPorts)))
    const services = groups.flatMap((group) => servicesOf(writing, group))
    noteOthers(writing, design, groups)
    const content = {
      name: slug(design.name, 'design'),
      services: Object.fromEntries(services),
      ...compact({ volumes: Object.fromEntries(writing.volumes) }),
    }
    const told = losses.map((note) => ({ ...note, file: FILE }))
    return {
      files: [{ name: FILE, content: fileText(design, told, writing.notes, content) }],
      notes: [...told, ...writing.notes],
    }
  }),
})

/** The services of one task: its containers, and where none of them can hold the network, one that does. */
function servicesOf(writing: Writing, group: Group): readonly (readonly [string, object])[] {
  const definition = membersOf(writing.graph.element(group.definition)?.spec)
  const size = taskSize(definition)
  definition.text('family')
  definition.text('networkMode')
  const around: Surroundings = {
    group,
    size,
    volumes: volumesOf(writing, group, definition.items('volumes')),
    platform: platformOf(definition.group('runtimePlatform')),
    shared: sharedOf(group, definition.text('pidMode'), definition.text('ipcMode')),
  }
  const written = group.containers.map((container) => containerService(writing, around, container))
  definition.holds('containerDefinitions')
  if (group.containers.length > 1 && (size.cpus !== undefined || size.memory !== undefined)) {
    const text = say`The size of the whole task is not limited here: ${quote(groupName(writing.graph, group))} has ${group.containers.length} containers, and Compose limits each by itself.`
    writing.note('task-size', text, group.definition)
  }
  noteLeft(writing, group, definition.left())
  const network = {
    networks: named(aliasesOf(writing, group)),
    ports: written.flatMap(({ ports }) => ports),
    sysctls: Object.assign({}, ...written.map(({ sysctls }) => sysctls)),
  }
  const services = group.containers.map(({ key }, i) => {
    const { service = {}, ports = [] } = written[i] ?? {}
    if (group.network === undefined) return [key, withNetwork(service, { ...network, ports })] as const
    return [key, key === group.network ? withNetwork(service, network) : service] as const
  })
  if (!group.pause || group.network === undefined) return services
  const text = say`Service ${quote(group.network)} holds the network that the containers of the task share, as ECS’s own pause container does.`
  writing.note('pause', text, group.definition)
  const profiles = group.kind === 'task' ? ['tasks'] : []
  return [[group.network, withNetwork(compact({ image: PAUSE_IMAGE, profiles }), network)], ...services]
}

interface Network {
  readonly networks: object
  readonly ports: readonly (object | string)[]
  readonly sysctls: object
}

function withNetwork(
  service: Readonly<Record<string, unknown>>,
  { networks, ports, sysctls }: Network,
): object {
  const lone = service.network_mode === undefined
  return compact({
    ...service,
    networks: lone ? networks : {},
    ports: lone ? ports : [],
    sysctls: { ...(service.sysctls as object | undefined), ...sysctls },
  })
}

function named(aliases: readonly string[]): object {
  return aliases.length === 0 ? {} : { default: { aliases } }
}

const ARCHITECTURES: Readonly<Record<string, string>> = { X86_64: 'amd64', ARM64: 'arm64' }

function platformOf(platform: ReturnType<typeof membersOf>): string | undefined {
  const [system, architecture] = [platform.text('operatingSystemFamily'), platform.text('cpuArchitecture')]
  const arch = architecture === undefined ? undefined : own(ARCHITECTURES, architecture)
  if (system === undefined && arch === undefined) return undefined
  return `${system?.startsWith('WINDOWS') ? 'windows' : 'linux'}/${arch ?? 'amd64'}`
}

/** Processes and shared memory: the host’s, or those of the task’s first container. */
function sharedOf(group: Group, pid: string | undefined, ipc: string | undefined): Surroundings['shared'] {
  const first = group.network ?? group.containers[0]?.key
  return (key) => ({
    pid: pid === 'host' ? 'host' : pid === 'task' && key !== first ? `service:${first}` : undefined,
    ipc:
      ipc === 'host' || ipc === 'none'
        ? ipc
        : ipc !== 'task'
          ? undefined
          : key === first
            ? 'shareable'
            : `service:${first}`,
  })
}

function noteLeft(writing: Writing, group: Group, left: readonly string[]): void {
  if (left.length === 0) return
  const name = displayName(
    group.definition,
    writing.graph.element(group.definition) ?? { kind: '', spec: {} },
  )
  const text = say`Compose has no counterpart to these settings of ${labelOf('task-definition')} ${quote(name)}: ${listed(left)}.`
  writing.note('not-mapped', text, group.definition)
}

/** Members of services and tasks that the file says in its own way. */
const SAID = ['serviceName', 'taskDefinition', 'cluster']

/** A word on all that is in the design and not in the file. */
function noteOthers(writing: Writing, design: Design, groups: readonly Group[]): void {
  const { graph } = writing
  const written = new Set(groups.flatMap(({ id, definition }) => [id, definition]))
  for (const id of Object.keys(design.elements).sort()) {
    const element = design.elements[id]
    if (!element || shown(graph, id, written)) continue
    const name = displayName(id, element)
    if (!written.has(id)) {
      writing.note(
        NO_COUNTERPART,
        say`${labelOf(element.kind)} ${quote(name)} has no counterpart in Compose.`,
        id,
      )
    } else if (element.kind !== 'task-definition') {
      const left = membersOf(element.spec)
        .left()
        .filter((key) => !SAID.includes(key))
      if (left.length === 0) continue
      const text = say`Compose has no counterpart to these settings of ${labelOf(element.kind)} ${quote(name)}: ${listed(left)}.`
      writing.note('not-mapped', text, id)
    }
  }
  if (Object.keys(design.connections).length + Object.keys(design.layout).length > 0) {
    writing.note(
      'drawing',
      'The drawing itself is not in the file: neither places nor lines that no specification holds.',
    )
  }
}

/** What is in the file under another name: an image’s registry, a volume, a variable. */
const TOLD_OTHERWISE = new Set([
  'ecr-repository',
  'image-registry',
  'secret',
  'ssm-parameter',
  'efs-file-system',
  'fsx-windows',
  's3files-file-system',
])

function shown(graph: Graph, id: string, written: ReadonlySet<string>): boolean {
  if (!TOLD_OTHERWISE.has(graph.element(id)?.kind ?? '')) return false
  return (graph.incoming.get(id) ?? []).some(({ from }) => written.has(from))
}

/** The file begins with what it can’t say, since it is read and kept without the app. */
function fileText(
  design: Design,
  losses: readonly ExportNote[],
  notes: readonly ExportNote[],
  content: object,
): string {
  const lines = [
    `${quote(design.name)}, for local runs. Written by Fairlead from the design; change the design, not this file.`,
    ...listOf(
      'Good to know:',
      [...losses, ...notes.filter(({ code }) => code !== NO_COUNTERPART)].map(({ text }) => english(text)),
    ),
    ...listOf('In the design, without a counterpart in Compose:', withoutCounterpart(design, notes)),
  ]
  const comment = lines.map((line) => `# ${oneLine(line)}`.trimEnd()).join('\n')
  return `${comment}\n${stringify(content, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })}`
}

function listOf(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', heading, ...items.map((item) => `- ${item}`)]
}

/** A line for each kind: an architecture has many a subnet. */
function withoutCounterpart({ elements }: Design, notes: readonly ExportNote[]): readonly string[] {
  const names = new Map<string, string[]>()
  for (const { code, element: id } of notes) {
    const element = id === undefined ? undefined : elements[id]
    if (code === NO_COUNTERPART && id !== undefined && element)
      push(names, english(labelOf(element.kind)), quote(displayName(id, element)))
  }
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, list]) => `${kind}: ${list.join(', ')}`)
}

/** Whatever a name holds, its line of the comment ends where it ends. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]+|\p{Cs}/gu, ' ')
}
