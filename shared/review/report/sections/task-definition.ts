/** A task definition: its size and roles, its volumes, and a table of its containers. */
import { toText } from '../../../basics/convert'
import { referencesIn } from '../../../design/references'
import { taskDefinition } from '../../../elements/task-definition'
import {
  type Container,
  cpuText,
  memoryText,
  platformText,
  portText,
  type Volume,
  volumeKind,
} from '../../../figures/forms/task-words'
import { nameOf, targetOf } from '../../../graph/graph'
import { specOf } from '../../../graph/spec'
import { say, type Text } from '../../../texts/text'
import type { Block, Cell, Fact, Line, Table } from '../report'
import { dotted, type Source, shown, specText } from '../source'

/** The blocks about a definition, with the facts of whoever runs it among them. */
export function definitionFacts(
  source: Source,
  id: string,
  others: readonly Fact[],
  runner?: string,
): readonly Block[] {
  const { graph, words } = source
  const spec = specOf(graph, taskDefinition, id)
  if (!spec) return others.length === 0 ? [] : [{ block: 'facts', facts: others }]
  const { volumes = [], containerDefinitions = [] } = spec
  const size = dotted([
    { strong: shown(nameOf(graph, id)) },
    cpuText(spec.cpu),
    memoryText(spec.memory),
    spec.networkMode,
    platformText(spec.runtimePlatform),
  ])
  const facts: readonly Fact[] = [
    { term: words('Task definition'), lines: [size] },
    { term: words('Task role'), lines: [roleLine(source, runner, id, 'task-role', spec.taskRoleArn)] },
    {
      term: words('Execution role'),
      lines: [roleLine(source, runner, id, 'execution-role', spec.executionRoleArn)],
    },
    ...others,
    ...(volumes.length === 0
      ? []
      : [
          {
            term: words('Volumes'),
            lines: volumes.map((volume) => volumeLine(source, volume, containerDefinitions)),
          },
        ]),
  ]
  return [{ block: 'facts', facts }, ...containerTable(source, nameOf(graph, id), containerDefinitions)]
}

/** The drawn role, the one that only its ARN names, or that there is none. */
function roleLine(
  source: Source,
  runner: string | undefined,
  id: string,
  meaning: 'task-role' | 'execution-role',
  written: string | undefined,
): Line {
  const { graph, words } = source
  // A task may put a role of its own in place of its definition's.
  const drawn =
    (runner === undefined ? undefined : targetOf(graph, runner, meaning)) ?? targetOf(graph, id, meaning)
  if (drawn !== undefined) return [shown(nameOf(graph, drawn))]
  const text = specText(source, written)
  return text === '' ? [{ muted: words('none') }] : [{ code: text }]
}

/** `data · EFS shared-data → /data in api`. */
function volumeLine(source: Source, volume: Volume, containers: readonly Container[]): Line {
  const { words } = source
  const mounts = containers.flatMap(({ name = '?', mountPoints = [] }) =>
    mountPoints
      .filter(({ sourceVolume }) => sourceVolume !== undefined && sourceVolume === volume.name)
      .map(({ containerPath = '?', readOnly }): Text => {
        const [path, container] = [shown(containerPath), shown(name)]
        return readOnly === true ? say`${path} in “${container}”, read-only` : say`${path} in “${container}”`
      }),
  )
  const named = fileSystemOf(source, volume)
  return [
    { strong: shown(volume.name ?? '') },
    ` · ${[words(volumeKind(volume)), named].filter(Boolean).join(' ')}`,
    mounts.length === 0 ? '' : ` → ${mounts.map(words).join(', ')}`,
  ]
}

function fileSystemOf(source: Source, volume: Volume): string {
  const written =
    volume.efsVolumeConfiguration?.fileSystemId ??
    volume.fsxWindowsFileServerVolumeConfiguration?.fileSystemId ??
    volume.s3filesVolumeConfiguration?.fileSystemArn ??
    volume.host?.sourcePath
  const drawn = referencesIn(written ?? '')[0]?.id
  return drawn !== undefined && source.graph.element(drawn)
    ? shown(nameOf(source.graph, drawn))
    : specText(source, written)
}

function containerTable(source: Source, family: string, containers: readonly Container[]): readonly Table[] {
  const { words } = source
  if (containers.length === 0) return []
  return [
    {
      block: 'table',
      caption: words(say`Containers of “${shown(family)}”`),
      columns: [
        { heading: words('Container'), share: 20 },
        { heading: words('Image'), share: 32 },
        { heading: words('Ports'), share: 14 },
        { heading: words('CPU and memory'), share: 16 },
        { heading: words('Uses'), share: 18 },
      ],
      rows: containers.map((container) => containerRow(source, container)),
    },
  ]
}

function containerRow(source: Source, container: Container): readonly Cell[] {
  const { words } = source
  const { name = '', essential, image, portMappings = [] } = container
  const optional: Line = [{ muted: words('not essential') }]
  return [
    [[{ strong: specText(source, name) || '–' }], ...(essential === false ? [optional] : [])],
    [[image === undefined ? { muted: words('no image') } : { code: specText(source, image) }]],
    portMappings.length === 0 ? [['–']] : portMappings.map((port): Line => [{ code: shown(portText(port)) }]),
    sizeLines(source, container),
    usesOf(source, container),
  ]
}

function sizeLines({ words }: Source, { cpu, memory, memoryReservation }: Container): Cell {
  const mebibytes = (n: number) => memoryText(toText(n)) ?? ''
  const lines: Line[] = []
  if (cpu) lines.push([cpuText(toText(cpu)) ?? ''])
  if (memory !== undefined) lines.push([mebibytes(memory)])
  if (memoryReservation !== undefined) lines.push([words(say`${mebibytes(memoryReservation)} reserved`)])
  return lines.length === 0 ? [['–']] : lines
}

/** Secrets by their variables, never by a value; logs; a health check. */
function usesOf(source: Source, { secrets = [], logConfiguration, healthCheck }: Container): Cell {
  const { words } = source
  const names = secrets.flatMap(({ name }) => (name === undefined ? [] : shown(name)))
  const lines: Line[] = []
  if (names.length > 0) lines.push([`${words('Secrets')}: `, { code: names.join(', ') }])
  const driver = logConfiguration?.logDriver
  if (driver !== undefined) {
    const group = specText(source, logConfiguration?.options?.['awslogs-group'])
    lines.push([`${words('Logs')}: `, { code: [shown(driver), group].filter(Boolean).join(' ') }])
  }
  if (healthCheck) lines.push([words('Health check')])
  return lines.length === 0 ? [['–']] : lines
}
