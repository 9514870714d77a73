/** What the palette offers: every kind that isn't hidden, and the container, by category. */
import type { Category, Kind } from '../../shared/elements/kind'
import { kinds } from '../../shared/elements/registry'
import { CONTAINER } from '../../shared/graph/add'

export interface PaletteItem {
  readonly item: string
  readonly label: string
  readonly summary: string
  readonly category: Category
  readonly icon: string | undefined
  readonly glyph: string | undefined
  readonly keywords: readonly string[]
}

export interface PaletteGroup {
  readonly category: Category
  readonly title: string
  readonly items: readonly PaletteItem[]
}

const TITLES: readonly (readonly [Category, string])[] = [
  ['compute', 'Containers & compute'],
  ['networking', 'Networking'],
  ['storage', 'Storage'],
  ['security', 'Security'],
  ['management', 'Integration & management'],
  ['database', 'Database'],
  ['general', 'General'],
]

/** Most used first; a kind that isn't named here follows in alphabetical order. */
const ORDER = [
  'cluster',
  'service',
  'task',
  'task-definition',
  CONTAINER,
  'ecr-repository',
  'image-registry',
  'capacity-provider',
  'auto-scaling-group',
  'container-instance',
  'application-load-balancer',
  'network-load-balancer',
  'target-group',
  'classic-load-balancer',
  'vpc',
  'availability-zone',
  'subnet',
  'security-group',
  'vpc-endpoint',
  'nat-gateway',
  'internet-gateway',
  'region',
]

const container: PaletteItem = {
  item: CONTAINER,
  label: 'Container',
  summary: 'One container of a task definition, with its image, ports and log configuration.',
  category: 'compute',
  icon: 'containers',
  glyph: undefined,
  keywords: ['docker', 'container definition', 'sidecar'],
}

function toItem(kind: Kind): PaletteItem {
  const { label, summary, category, icon, glyph, keywords } = kind
  return { item: kind.kind, label, summary, category, icon, glyph, keywords: keywords ?? [] }
}

const items: readonly PaletteItem[] = [...kinds.filter((kind) => !kind.hidden).map(toItem), container].sort(
  (a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, 'en'),
)

function rank({ item }: PaletteItem): number {
  const at = ORDER.indexOf(item)
  return at === -1 ? ORDER.length : at
}

/** The items whose names hold every word of the query, or, where there is none, whose summaries do; in groups. */
export function paletteGroups(query: string): readonly PaletteGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const holding = (text: (item: PaletteItem) => string) =>
    items.filter((item) => words.every((word) => text(item).toLowerCase().includes(word)))
  const named = holding((item) => [item.label, item.item, ...item.keywords].join(' '))
  const found = named.length > 0 ? named : holding((item) => item.summary)
  return TITLES.map(([category, title]) => ({
    category,
    title,
    items: found.filter((item) => item.category === category),
  })).filter((group) => group.items.length > 0)
}
