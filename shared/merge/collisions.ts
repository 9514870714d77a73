/** Two people may give the same id to different things. Both stay: theirs gets another id, and what names it follows. */
import { valueAt } from '../basics/json'
import { freeId } from '../basics/slug'
import type { Design, Element, StoredConnection, Waiver } from '../design/design'
import { mapStrings, retarget } from '../design/references'
import { sections, thingsIn } from '../design/sections'
import { kindOf } from '../elements/kinds'

/** Their design, with other ids for what they added under an id that means another thing in ours. */
export function withoutCollisions(base: Design, ours: Design, theirs: Design): Design {
  // Where nothing is known of the past, the same id is the best sign of the same thing.
  const strangers = Object.keys(base.elements).length === 0
  const sameElement = (a: Element, b: Element) =>
    a.kind === b.kind && (strangers || (nameOf(a) !== undefined && nameOf(a) === nameOf(b)))
  const elements = renames(sections.element, { base, ours, theirs }, sameElement)
  const renamed = elements.size > 0 ? renameElements(theirs, elements) : theirs
  const connections = renames(sections.connection, { base, ours, theirs: renamed }, sameConnection)
  const waivers = renames(sections.waiver, { base, ours, theirs: renamed }, sameWaiver)
  if (connections.size === 0 && waivers.size === 0) return renamed
  return {
    ...renamed,
    connections: rekeyed(renamed.connections, (id) => connections.get(id) ?? id),
    ...(renamed.waivers && { waivers: rekeyed(renamed.waivers, (id) => waivers.get(id) ?? id) }),
    ...(renamed.routes && { routes: rekeyed(renamed.routes, (line) => connections.get(line) ?? line) }),
  }
}

type Designs = Readonly<Record<'base' | 'ours' | 'theirs', Design>>

/** The new ids for things of theirs that both sides added under one id, unless they are the same thing. */
function renames<T>(
  section: 'elements' | 'connections' | 'waivers',
  { base, ours, theirs }: Designs,
  same: (a: T, b: T) => boolean,
): ReadonlyMap<string, string> {
  const [was, mine, other] = [base, ours, theirs].map((design) => thingsIn(design, section)) as [
    Readonly<Record<string, T>>,
    Readonly<Record<string, T>>,
    Readonly<Record<string, T>>,
  ]
  const chosen = new Map<string, string>()
  const taken = new Set<string>()
  for (const id of Object.keys(other)) {
    if (!Object.hasOwn(mine, id) || Object.hasOwn(was, id) || same(mine[id] as T, other[id] as T)) continue
    const isTaken = (wanted: string) =>
      taken.has(wanted) || [was, mine, other].some((things) => Object.hasOwn(things, wanted))
    const next = freeId(id, isTaken)
    taken.add(next)
    chosen.set(id, next)
  }
  return chosen
}

/** The member that names it in AWS, or its label. */
function nameOf(element: Element): unknown {
  const pointer = kindOf(element.kind)?.name
  return pointer === undefined ? element.label : valueAt(element.spec, pointer)
}

function sameConnection(a: StoredConnection, b: StoredConnection): boolean {
  return a.from === b.from && a.to === b.to && a.meaning === b.meaning
}

function sameWaiver(a: Waiver, b: Waiver): boolean {
  return a.rule === b.rule && a.element === b.element && a.path === b.path
}

/** The design with other ids for some elements, and with everything that names them. */
export function renameElements(design: Design, chosen: ReadonlyMap<string, string>): Design {
  const rename = (id: string) => chosen.get(id) ?? id
  const renameLine = (line: string) => {
    const hash = line.indexOf('#')
    return hash < 0 ? line : rename(line.slice(0, hash)) + line.slice(hash)
  }
  const inElement = (element: Element): Element => ({
    ...element,
    spec: mapStrings(element.spec, (text) => retarget(text, rename)),
    ...(element.inside !== undefined && { inside: rename(element.inside) }),
  })
  return {
    ...design,
    elements: rekeyed(design.elements, rename, inElement),
    connections: rekeyed(
      design.connections,
      (id) => id,
      (line) => ({ ...line, from: rename(line.from), to: rename(line.to) }),
    ),
    layout: rekeyed(design.layout, rename),
    ...(design.networkLayout && { networkLayout: rekeyed(design.networkLayout, rename) }),
    ...(design.routes && { routes: rekeyed(design.routes, renameLine) }),
    ...(design.waivers && {
      waivers: rekeyed(
        design.waivers,
        (id) => id,
        (waiver) => ({ ...waiver, element: rename(waiver.element) }),
      ),
    }),
    ...(design.threads && {
      threads: rekeyed(
        design.threads,
        (id) => id,
        ({ pin, ...thread }) => ({
          ...thread,
          pin: { ...pin, ...(pin.element !== undefined && { element: rename(pin.element) }) },
        }),
      ),
    }),
    ...(design.estimate?.usage && {
      estimate: { ...design.estimate, usage: rekeyed(design.estimate.usage, rename) },
    }),
  }
}

function rekeyed<T>(
  record: Readonly<Record<string, T>>,
  key: (id: string) => string,
  value: (item: T) => T = (item) => item,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([id, item]) => [key(id), value(item)]))
}
