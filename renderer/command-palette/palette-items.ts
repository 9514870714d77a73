/** What the command palette offers for what was typed: commands, elements to add, elements of the design. */
import { memo } from '../../shared/basics/memo'
import { type Graph, nameOf } from '../../shared/graph/graph'
import { type Command, titleIn, titleOf } from '../commands/command'
import { commands } from '../commands/commands'
import { type PaletteItem as Drawable, paletteGroups } from '../palette/palette-items'
import { type KindNames, kindNamer } from '../search/kind-names'
import { parseQuery, type Query, type SearchText, score, searchText } from '../search/match'

export type Found =
  | { readonly kind: 'command'; readonly command: Command; readonly otherTitle?: string }
  | { readonly kind: 'add'; readonly item: Drawable }
  | { readonly kind: 'element'; readonly id: string; readonly name: string; readonly type: string }

export interface FoundGroup {
  readonly id: 'recent' | 'commands' | 'add' | 'elements'
  readonly items: readonly Found[]
}

/** Nobody reads on; more letters find the rest. */
const MOST_ELEMENTS = 20
const MOST_DRAWABLES = 10
const MOST_RECENT = 5
/** What was used lately is wanted again, unless something else fits clearly better. */
const RECENT_BONUS = 0.2
/** It is the palette of commands: others come first only when they fit clearly better. */
const COMMANDS_BONUS = 0.15

interface Scored {
  readonly found: Found
  readonly worth: number
}

/** The groups to show, best first; while nothing is typed what was used lately, and then every command. */
export function paletteFor(
  graph: Graph,
  typed: string,
  recent: readonly string[],
  offered: readonly Command[] = commands,
): readonly FoundGroup[] {
  const query = parseQuery(typed)
  if (query.words.length === 0) return withoutQuery(recent, offered)
  const groups = [
    { id: 'commands' as const, items: best(commandsFor(query, recent, offered)), bonus: COMMANDS_BONUS },
    { id: 'elements' as const, items: best(elementsFor(query, graph)).slice(0, MOST_ELEMENTS), bonus: 0 },
    { id: 'add' as const, items: best(drawablesFor(query)).slice(0, MOST_DRAWABLES), bonus: 0 },
  ]
  return groups
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => (b.items[0]?.worth ?? 0) + b.bonus - (a.items[0]?.worth ?? 0) - a.bonus)
    .map(({ id, items }) => ({ id, items: items.map(({ found }) => found) }))
}

function withoutQuery(recent: readonly string[], offered: readonly Command[]): readonly FoundGroup[] {
  const known = recent.flatMap((id) => offered.find((command) => command.id === id) ?? [])
  const used = known.slice(0, MOST_RECENT)
  const rest = offered.filter((command) => !used.includes(command))
  const asFound = (command: Command): Found => ({ kind: 'command', command })
  return [
    { id: 'recent' as const, items: used.map(asFound) },
    { id: 'commands' as const, items: rest.map(asFound) },
  ].filter(({ items }) => items.length > 0)
}

function commandsFor(query: Query, recent: readonly string[], offered: readonly Command[]): Scored[] {
  return offered.map((command) => {
    const title = titleOf(command)
    const others = [titleIn('en', command), titleIn('ko', command)].filter((other) => other !== title)
    const own = score(query, [searchText(title)])
    const other = Math.max(...others.map((text) => score(query, [searchText(text)])), 0)
    const worth = Math.max(own, other)
    const bonus = worth > 0 && recent.slice(0, MOST_RECENT).includes(command.id) ? RECENT_BONUS : 0
    return {
      // What was found by its other name is shown with it, so that one sees why.
      found: { kind: 'command', command, ...(other > own && others[0] ? { otherTitle: others[0] } : {}) },
      worth: worth + bonus,
    }
  })
}

function drawablesFor(query: Query): Scored[] {
  return drawables(kindNamer()).map(({ found, names, keywords }) => ({
    found,
    worth: score(query, names, keywords),
  }))
}

const drawables: (namer: KindNames) => readonly Named[] = memo((namer: KindNames) =>
  paletteGroups('')
    .flatMap(({ items }) => items)
    .map((item) => ({
      found: { kind: 'add', item },
      names: namer(item.item).map(searchText),
      keywords: item.keywords.map(searchText),
    })),
)

interface Named {
  readonly found: Found
  readonly names: readonly SearchText[]
  readonly keywords: readonly SearchText[]
}

/** Prepared once for each design: there may be thousands. */
const namedWith = memo((namer: KindNames) =>
  memo((graph: Graph): readonly Named[] =>
    Object.entries(graph.design.elements).map(([id, element]) => {
      const name = nameOf(graph, id)
      const types = namer(element.kind)
      return {
        found: { kind: 'element', id, name, type: types[0] ?? element.kind },
        names: [searchText(name)],
        keywords: types.map(searchText),
      }
    }),
  ),
)

function elementsFor(query: Query, graph: Graph): Scored[] {
  return namedWith(kindNamer())(graph).map(({ found, names, keywords }) => ({
    found,
    worth: score(query, names, keywords),
  }))
}

/** Those that fit, best first; of those that fit alike the order stays. */
function best(all: readonly Scored[]): readonly Scored[] {
  return all.filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth)
}
