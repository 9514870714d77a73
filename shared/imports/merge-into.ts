/** Puts an import into a design that is there: what is in both becomes one, everything else is added. */
import { sameJson, toPointer } from '../basics/json'
import { own } from '../basics/own'
import { quote } from '../basics/quote'
import { freeIds } from '../basics/slug'
import { type Design, type Element, elementSchema, type StoredConnection } from '../design/design'
import { mapStrings, retarget } from '../design/references'
import { takenIds } from '../design/taken-ids'
import { kindOf, writtenName } from '../elements/kinds'
import { say } from '../texts/text'
import { nameKeeper } from './merge-logical-ids'
import { type MemberPath, mergedMembers } from './merge-members'
import type { Imported, ImportNote, ImportReport } from './report'

export interface MergedImport {
  /** The elements that were added have no place yet. */
  readonly design: Design
  /** Ids in the design, in the order of the import. */
  readonly added: readonly string[]
  readonly updated: readonly string[]
  readonly unchanged: readonly string[]
  /** Members of the design itself that are new or changed. */
  readonly members: Partial<Design>
  /** What the design has otherwise already, and so is not taken from the import. */
  readonly notes: readonly ImportNote[]
}

/**
 * An imported element is one of the design when AWS knows both by the same identifier, or when kind and name are the
 * same; of several with that name, none is meant. It then gets the imported configuration and keeps its id, place and
 * label. What the import knows by name only changes nothing.
 */
export function mergeImported(design: Design, imported: Imported): MergedImport {
  const { design: incoming, report } = imported
  const keepName = nameKeeper(design, imported)
  const left: MemberPath[] = []
  const ids = idsIn(design, incoming)
  const named = new Set(report.named)
  const added: string[] = []
  const updated: string[] = []
  const unchanged: string[] = []
  const elements: Record<string, Element> = { ...design.elements }
  for (const [from, element] of Object.entries(incoming.elements)) {
    const id = ids.get(from) ?? from
    const before = own(design.elements, id)
    const after = keepName({ from, id, element: renamed(element, ids) }, left)
    if (!before) {
      added.push(id)
      elements[id] = after
    } else if (named.has(from)) unchanged.push(id)
    else {
      const merged = { ...before, ...withoutLabel(after, before) }
      elements[id] = merged
      ;(sameJson(merged, before) ? unchanged : updated).push(id)
    }
  }
  const connections = { ...design.connections, ...newConnections(design, incoming, ids) }
  const kept = mergedMembers(design, incoming, (value) => retargeted(value, ids))
  const members = { ...newWhereabouts(design, incoming), ...kept.members }
  return {
    design: { ...design, ...members, elements, connections },
    ...{ added, updated, unchanged, members },
    notes: [...kept.left, ...left].map((path) => leftNote(report, path)),
  }
}

/** A label that somebody gave in the design stays. */
function withoutLabel({ label, ...rest }: Element, before: Element): Partial<Element> {
  return before.label === undefined && label !== undefined ? { ...rest, label } : rest
}

/** The id in the design of each imported element. */
function idsIn(design: Design, incoming: Design): ReadonlyMap<string, string> {
  const known = new Map<string, string | undefined>()
  for (const [id, element] of Object.entries(design.elements)) {
    for (const key of keysOf(element)) known.set(key, known.has(key) ? undefined : id)
  }
  const isTaken = takenIds(design)
  const taken = new Set<string>()
  const free = freeIds((id) => taken.has(id) || isTaken(id))
  const ids = new Map<string, string>()
  const matched = new Set<string>()
  for (const [from, element] of Object.entries(incoming.elements)) {
    const same = keysOf(element)
      .map((key) => known.get(key))
      .find((id) => id !== undefined && !matched.has(id))
    const id = same ?? free(from)
    if (same !== undefined) matched.add(same)
    taken.add(id)
    ids.set(from, id)
  }
  return ids
}

/** What an element can be told by, the surest first. */
function keysOf(element: Element): readonly string[] {
  const { kind, existing = {} } = element
  const identifiers = Object.entries(existing).map(([name, value]) => `${kind} ${name}=${value}`)
  const name = kindOf(kind) ? writtenName(element) : undefined
  return name === undefined ? identifiers : [...identifiers, `${kind} called ${name}`]
}

/** Beside these an element has what a format keeps, which may name other elements, too. */
const PLAIN: ReadonlySet<string> = new Set(
  Object.keys(elementSchema.shape).filter((member) => member !== 'spec' && member !== 'existing'),
)

function renamed(element: Element, ids: ReadonlyMap<string, string>): Element {
  const members = Object.entries(element).map(([member, value]) => [
    member,
    PLAIN.has(member) ? value : retargeted(value, ids),
  ])
  const { inside } = element
  return {
    ...(Object.fromEntries(members) as Element),
    ...(inside === undefined ? {} : { inside: ids.get(inside) ?? inside }),
  }
}

function retargeted<T>(value: T, ids: ReadonlyMap<string, string>): T {
  return mapStrings(value, (text) => retarget(text, (id) => ids.get(id) ?? id))
}

function leftNote({ files }: ImportReport, path: MemberPath): ImportNote {
  const [, tool = ''] = path
  const file = files.find(({ format }) => format === tool.toLowerCase()) ?? files[0]
  return {
    kind: 'dropped',
    code: 'same-name',
    file: file?.name ?? '',
    pointer: toPointer(path.slice(2)),
    text: say`The design has another ${quote(path.at(-1) ?? '')} of an earlier import, which keeps the name.`,
  }
}

/** Lines between the same two, of the same meaning, are one. */
function newConnections(
  design: Design,
  incoming: Design,
  ids: ReadonlyMap<string, string>,
): Record<string, StoredConnection> {
  const key = ({ from, to, meaning }: StoredConnection) => `${from} ${to} ${meaning}`
  const known = new Set(Object.values(design.connections).map(key))
  const free = freeIds((id) => Object.hasOwn(design.connections, id) || Object.hasOwn(fresh, id))
  const fresh: Record<string, StoredConnection> = {}
  for (const [id, connection] of Object.entries(incoming.connections)) {
    const moved = {
      ...connection,
      from: ids.get(connection.from) ?? connection.from,
      to: ids.get(connection.to) ?? connection.to,
    }
    if (!known.has(key(moved))) fresh[free(id)] = moved
  }
  return fresh
}

/** What the design does not say itself. */
function newWhereabouts(design: Design, { region, account }: Design): Pick<Design, 'region' | 'account'> {
  return {
    ...(region === undefined || design.region !== undefined ? {} : { region }),
    ...(account === undefined || design.account !== undefined ? {} : { account }),
  }
}
