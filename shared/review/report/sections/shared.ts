/** What services and tasks share: load balancers, file systems, networks, roles, and whatever else is drawn. */
import { toText } from '../../../basics/convert'
import { valueAt } from '../../../basics/json'
import { push } from '../../../basics/push'
import { capital } from '../../../basics/quote'
import { kindOf } from '../../../elements/kinds'
import { meaningOf } from '../../../elements/meanings'
import { textAt } from '../../../elements/parts/reading'
import { subnet } from '../../../elements/subnet'
import { schemeText } from '../../../figures/forms/load-balancer'
import { elementsOfKind, incoming, nameOf, outgoing } from '../../../graph/graph'
import { subnetsIn, zoneOf } from '../../../graph/network'
import { targetGroupServices } from '../../../graph/traffic'
import type { Cell, Column, Line, Part, Row } from '../report'
import { kindLabel, namesOf, type Source, shown, specText } from '../source'

const balancers = [
  'application-load-balancer',
  'network-load-balancer',
  'gateway-load-balancer',
  'classic-load-balancer',
]
const fileSystems = [
  'efs-file-system',
  'fsx-windows',
  'fsx-lustre',
  'fsx-ontap',
  'fsx-openzfs',
  's3files-file-system',
  'ebs-volume',
  'kubernetes-volume',
]
/** Told elsewhere in the summary, or part of what is. */
const told: ReadonlySet<string> = new Set([
  ...balancers,
  ...fileSystems,
  ...'cluster service task task-definition kubernetes-workload target-group vpc subnet iam-role'.split(' '),
  // Of the drawing only.
  ...'note frame'.split(' '),
])

/** A part for each sort that the design has something of. */
export function sharedParts(source: Source): readonly Part[] {
  return [balancerPart, fileSystemPart, networkPart, rolePart, otherPart].flatMap((part) => part(source))
}

const headed = (heading: string, share: number): Column => ({ heading, share })

function tablePart(heading: string, columns: readonly Column[], rows: readonly Row[]): readonly Part[] {
  if (rows.length === 0) return []
  return [
    { block: 'part', heading: [heading], blocks: [{ block: 'table', caption: heading, columns, rows }] },
  ]
}

function ofKinds({ graph }: Source, kinds: readonly string[]): readonly string[] {
  return kinds.flatMap((kind) => elementsOfKind(graph, kind))
}

function balancerPart(source: Source): readonly Part[] {
  const { graph, words } = source
  return tablePart(
    words('Load balancers'),
    [
      headed(words('Load balancer'), 30),
      headed(words('Reached from'), 18),
      headed(words('Listeners'), 22),
      headed(words('Sends traffic to'), 30),
    ],
    ofKinds(source, balancers).map((id) => {
      const spec = graph.element(id)?.spec ?? {}
      const listeners = Array.isArray(spec.Listeners) ? spec.Listeners : []
      return [
        named(source, id),
        [[words(schemeText(textAt(spec, '/Scheme')))]],
        cell(listeners.map((listener) => [listenerText(listener)])),
        cell(targets(source, id)),
      ]
    }),
  )
}

function listenerText(listener: unknown): string {
  const parts = ['/Protocol', '/Port', '/LoadBalancerPort'].map((at) => valueAt(listener, at))
  const said = parts.filter((part) => typeof part === 'string' || typeof part === 'number').join(' ')
  return shown(said)
}

/** Target groups with the services behind them. */
function targets(source: Source, id: string): readonly Line[] {
  const groups = [...new Set(outgoing(source.graph, id, 'forwards').map(({ to }) => to))]
  return groups.map((group): Line => {
    const services = targetGroupServices(source.graph, group)
    const name = shown(nameOf(source.graph, group))
    return services.length === 0 ? [name] : [`${name} → `, { strong: namesOf(source, services) }]
  })
}

function fileSystemPart(source: Source): readonly Part[] {
  const { graph, words } = source
  return tablePart(
    words('Volumes and file systems'),
    [
      headed(words('File system'), 34),
      headed(words('In AWS'), 24),
      headed(words('Encryption'), 16),
      headed(words('Mounted by'), 26),
    ],
    ofKinds(source, fileSystems).map((id) => {
      const element = graph.element(id)
      const encrypted = valueAt(element?.spec, '/Encrypted')
      const users = [...new Set(incoming(graph, id, 'mounts').map(({ from }) => from))]
      return [
        named(source, id),
        identifiers(source, id),
        [[encrypted === true ? words('encrypted') : encrypted === false ? words('none') : '–']],
        [[users.length === 0 ? '–' : namesOf(source, users)]],
      ]
    }),
  )
}

function networkPart(source: Source): readonly Part[] {
  const { graph, words } = source
  const vpcs = elementsOfKind(graph, 'vpc')
  const inVpc = new Set(vpcs.flatMap((id) => subnetsIn(graph, id) ?? []))
  const alone = elementsOfKind(graph, subnet.kind).filter((id) => !inVpc.has(id))
  const lines = (ids: readonly string[]) =>
    cell(
      ids.map((id): Line => {
        const zone = zoneOf(graph, id)
        const range = specText(source, textAt(graph.element(id)?.spec, '/CidrBlock'))
        const more = [zone === undefined ? '' : shown(zone), range].filter(Boolean).join(' · ')
        return [shown(nameOf(graph, id)), ...(more === '' ? [] : [' ', { muted: more }])]
      }),
    )
  const rows: Row[] = vpcs.map((id) => [
    [[{ strong: shown(nameOf(graph, id)) }]],
    [[specText(source, textAt(graph.element(id)?.spec, '/CidrBlock')) || '–']],
    lines(subnetsIn(graph, id) ?? []),
  ])
  if (alone.length > 0) rows.push([[[words('in no drawn VPC')]], [['–']], lines(alone)])
  return tablePart(
    words('Networks'),
    [headed('VPC', 26), headed(words('Address range'), 22), headed(words('Subnets'), 52)],
    rows,
  )
}

/** Each role with whose it is, and as what. */
function rolePart(source: Source): readonly Part[] {
  const { graph, words } = source
  return tablePart(
    words('Roles'),
    [headed(words('Role'), 30), headed(words('In AWS'), 26), headed(words('Used as'), 44)],
    elementsOfKind(graph, 'iam-role').map((id) => {
      const users = new Map<string, string[]>()
      for (const { from, meaning } of incoming(graph, id)) push(users, meaning, from)
      const used = [...users].map(([meaning, from]): Line => {
        const label = capital(words(meaningOf(meaning).label))
        return [`${label}: `, { strong: namesOf(source, [...new Set(from)]) }]
      })
      return [[[{ strong: shown(nameOf(graph, id)) }]], identifiers(source, id), cell(used)]
    }),
  )
}

/** Kinds that the summary has nothing more to say about. */
function otherPart(source: Source): readonly Part[] {
  const { graph, words } = source
  const rows = [...graph.byKind]
    .filter(([kind]) => !told.has(kind))
    .sort(([a], [b]) => order(a) - order(b))
    .map(([kind, ids]): Row => [[[kindLabel(words, kind)]], [[toText(ids.length)]], [[namesOf(source, ids)]]])
  return tablePart(
    words('Also in the design'),
    [
      headed(words('Kind'), 28),
      { heading: words('Count'), share: 10, isNumber: true },
      headed(words('Names'), 62),
    ],
    rows,
  )
}

const categories = ['compute', 'networking', 'storage', 'database', 'security', 'management', 'general']

function order(kind: string): number {
  const at = categories.indexOf(kindOf(kind)?.category ?? '')
  return at < 0 ? categories.length : at
}

function named({ graph, words }: Source, id: string): Cell {
  const kind = graph.element(id)?.kind ?? ''
  return [[{ strong: shown(nameOf(graph, id)) }], [{ muted: kindLabel(words, kind) }]]
}

/** What AWS calls it, where it exists already. */
function identifiers({ graph, words }: Source, id: string): Cell {
  const existing = Object.values(graph.element(id)?.existing ?? {})
  if (existing.length === 0) return [[{ muted: words('new') }]]
  return existing.map((identifier): Line => [{ code: shown(identifier) }])
}

function cell(lines: readonly Line[]): Cell {
  return lines.length === 0 ? [['–']] : lines
}
