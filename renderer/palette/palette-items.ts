/** What the palette offers: every kind that isn't hidden, and the container, by category. */
import type { Category, Kind } from '../../shared/elements/kind'
import { kinds } from '../../shared/elements/registry'
import { CONTAINER } from '../../shared/graph/add'
import { kindNamer } from '../search/kind-names'
import { holds, parseQuery, type SearchText, score, searchText } from '../search/match'
import { perLanguage } from '../strings/language'
import { t } from '../strings/strings'
import { words } from '../strings/words'

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

const CATEGORIES = [
  'compute',
  'networking',
  'storage',
  'security',
  'management',
  'database',
  'general',
] as const satisfies readonly Category[]

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

/** No kind of its own, but something that people look for. */
function container(): PaletteItem {
  return {
    item: CONTAINER,
    label: t('palette.container'),
    summary: t('palette.containerSummary'),
    category: 'compute',
    icon: 'containers',
    glyph: undefined,
    keywords: ['docker', 'container definition', 'sidecar'],
  }
}

function toItem(kind: Kind): PaletteItem {
  const { label, summary, category, icon, glyph, keywords } = kind
  return { item: kind.kind, label, summary, category, icon, glyph, keywords: keywords ?? [] }
}

function allItems(): readonly PaletteItem[] {
  const offered = kinds.filter((kind) => !kind.hidden).map(toItem)
  return [...offered, container()].sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, 'en'))
}

function rank({ item }: PaletteItem): number {
  const at = ORDER.indexOf(item)
  return at === -1 ? ORDER.length : at
}

interface Searchable {
  readonly item: PaletteItem
  readonly names: readonly SearchText[]
  readonly keywords: readonly SearchText[]
  readonly summary: readonly SearchText[]
}

/** The items in the language of the interface; names are found in every language. */
const searchable = perLanguage((): readonly Searchable[] =>
  allItems().map((item) => {
    const { label, summary, keywords } = item
    const both = (text: string) => [...new Set([text, words(text)])].map(searchText)
    return {
      item: { ...item, label: words(label), summary: words(summary) },
      names: [label, ...kindNamer()(item.item), item.item].map(searchText),
      keywords: keywords.flatMap(both),
      summary: both(summary),
    }
  }),
)

/** The items whose names fit the query, or, where there is none, whose summaries hold its words; in groups. */
export function paletteGroups(typed: string): readonly PaletteGroup[] {
  const query = parseQuery(typed)
  const named = searchable().filter(({ names, keywords }) => score(query, names, keywords) > 0)
  const told = ({ summary }: Searchable) =>
    query.words.every((word) => summary.some((text) => holds(word, text)))
  const found = named.length > 0 ? named : searchable().filter(told)
  return CATEGORIES.map((category) => ({
    category,
    title: t(`palette.category.${category}`),
    items: found.map(({ item }) => item).filter((item) => item.category === category),
  })).filter((group) => group.items.length > 0)
}
