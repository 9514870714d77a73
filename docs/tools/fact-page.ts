/** What goes with what, as tables: from the same data that the rules and the inspector's lists go by. */
import {
  type DeploymentType,
  source as deploymentSource,
  deploymentTypes,
} from '../../shared/aws/facts/deployments'
import type { FactSource } from '../../shared/aws/facts/fact'
import { fargateSizes, memoryInWords, source as sizeSource } from '../../shared/aws/facts/fargate-sizes'
import { allLogDrivers, source as logSource, takesLogDriver } from '../../shared/aws/facts/log-drivers'
import {
  type Launch,
  source as modeSource,
  type NetworkModes,
  networkModes,
} from '../../shared/aws/facts/network-modes'
import { source as platformSource, platformVersions } from '../../shared/aws/facts/platform-versions'
import {
  actionsOf,
  type RoleUse,
  roleNames,
  source as roleSource,
  roleUses,
} from '../../shared/aws/facts/role-uses'
import { source as targetSource, targetTypes } from '../../shared/aws/facts/target-types'
import { vcpus } from '../../shared/aws/facts/task-size'
import {
  takesVolume,
  type VolumeKind,
  volumeKinds,
  source as volumeSource,
} from '../../shared/aws/facts/volumes'
import { english } from '../../shared/texts/text'

const LAUNCHES: readonly (readonly [Launch, string])[] = [
  ['FARGATE', 'Fargate'],
  ['EC2', 'EC2'],
  ['EXTERNAL', 'External'],
  ['MANAGED_INSTANCES', 'Managed Instances'],
]

const SYSTEMS = [
  ['LINUX', 'Linux'],
  ['WINDOWS', 'Windows'],
] as const

/** The page as Markdown. */
export function factPage(generated: string): string {
  return `${generated}

# What goes with what

The tables that the rules, the inspector's lists and quick fixes go by. They are data in \`shared/aws/facts\`: a limit that
AWS changes is one line there.

${[sizes(), platforms(), modes(), volumes(), logDrivers(), targets(), deployments(), roles()].join('\n\n')}
`
}

function section(title: string, source: FactSource, table: string, note = ''): string {
  const from = `Source: <${source.url}>, read on ${source.checked}.${note === '' ? '' : ` ${note}`}`
  return `## ${title}\n\n${table}\n\n${from}`
}

/** A table in Markdown; a bar in a cell does not end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function sizes(): string {
  const rows = fargateSizes.map((size) => [
    `${size.cpu} (${vcpus(size.cpu)})`,
    english(memoryInWords(size)),
    SYSTEMS.filter(([system]) => size.systems.includes(system))
      .map(([, name]) => name)
      .join(', '),
    size.platform === undefined ? 'any' : `${size.platform} or later`,
  ])
  return section(
    'Task sizes of Fargate',
    sizeSource,
    table(['CPU units', 'Memory', 'Operating system', 'Linux platform version'], rows),
  )
}

function platforms(): string {
  const rows = SYSTEMS.map(([system, name]) => {
    const { current, retired } = platformVersions[system]
    return [name, ['LATEST', ...current].join(', '), retired.join(', ') || '–']
  })
  return section(
    'Platform versions of Fargate',
    platformSource,
    table(['Operating system', 'Can be named', 'Retired'], rows),
  )
}

function modes(): string {
  const cell = ({ modes: some, doubtful = [], default: own }: NetworkModes) => {
    const all = [...some, ...doubtful.map((mode) => `${mode} (unclear)`)]
    const named = all.map((mode) => (mode === own ? `**${mode}**` : mode))
    return [...named, ...(own !== undefined && !all.includes(own) ? [`**${own}**`] : [])].join(', ') || 'none'
  }
  const rows = LAUNCHES.map(([launch, name]) => [
    name,
    ...SYSTEMS.map(([system]) =>
      launch === 'MANAGED_INSTANCES' && system === 'WINDOWS'
        ? 'no Windows'
        : cell(networkModes[launch][system]),
    ),
  ])
  return section(
    'Network modes',
    modeSource,
    table(['Launch type', 'Linux', 'Windows'], rows),
    'Bold: what a task gets that names none.',
  )
}

function support(answer: boolean | undefined): string {
  return answer === undefined ? 'unclear' : answer ? 'yes' : 'no'
}

function volumes(): string {
  const kinds = Object.keys(volumeKinds) as VolumeKind[]
  const columns = LAUNCHES.flatMap(([launch, name]) =>
    SYSTEMS.map(([system, os]) => ({ launch, system, title: `${name}, ${os}` })),
  ).filter(({ launch, system }) => launch !== 'MANAGED_INSTANCES' || system === 'LINUX')
  const rows = kinds.map((kind) => [
    volumeKinds[kind].name.replace(/^an? /, ''),
    ...columns.map(({ launch, system }) => support(takesVolume(kind, launch, system))),
    { task: 'as long as the task', instance: 'as long as the instance', longer: 'longer than both' }[
      volumeKinds[kind].lives
    ],
  ])
  return section(
    'Volumes',
    volumeSource,
    table(['Volume', ...columns.map(({ title }) => title), 'Data lives'], rows),
  )
}

function logDrivers(): string {
  const rows = allLogDrivers.map((driver) => [
    driver,
    ...LAUNCHES.map(([launch]) => (takesLogDriver(launch, driver) ? 'yes' : 'no')),
  ])
  return section('Log drivers', logSource, table(['Driver', ...LAUNCHES.map(([, name]) => name)], rows))
}

function targets(): string {
  return section(
    'Target types',
    targetSource,
    table(
      ['Network mode', 'Target type'],
      Object.entries(targetTypes).map(([mode, type]) => [mode, type]),
    ),
    'A task with network mode none has no target type: nothing can reach it.',
  )
}

function deployments(): string {
  const yes = (value: boolean) => (value ? 'yes' : 'no')
  const rows = (Object.keys(deploymentTypes) as DeploymentType[]).map((type) => {
    const fact = deploymentTypes[type]
    return [
      type,
      yes(fact.shiftsTraffic),
      yes(fact.classicLoadBalancer),
      yes(fact.serviceConnect),
      yes(fact.daemon),
      fact.withoutTraffic,
    ]
  })
  const head = [
    'Type',
    'Shifts traffic',
    'Classic Load Balancer',
    'Service Connect',
    'Daemon service',
    'Nothing sends it traffic',
  ]
  return section('Deployments', deploymentSource, table(head, rows))
}

function roles(): string {
  const rows = (Object.keys(roleUses) as RoleUse[]).map((use) => {
    const { does, role, fallback = [] } = roleUses[use]
    const stand = fallback.length > 0 ? `; else the instance profile on ${fallback.join(', ')}` : ''
    return [
      does,
      `${roleNames[role]}${stand}`,
      actionsOf(use)
        .map((action) => `\`${action}\``)
        .join(', '),
    ]
  })
  return section('Which role does what', roleSource, table(['The role …', 'is the', 'Actions'], rows))
}
