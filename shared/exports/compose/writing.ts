/** What all parts of one Compose export share: names, variables, ports and notes, each handed out once. */
import { quote } from '../../basics/quote'
import { freeIds } from '../../basics/slug'
import { type Reference, referencesIn, resolveText } from '../../design/references'
import { defaultAttribute, kindOf, labelOf } from '../../elements/kinds'
import { type Graph, resolveReference } from '../../graph/graph'
import { say, type Text, term } from '../../texts/text'
import type { ExportNote } from '../format'

export const FILE = 'compose.yaml'

export interface Writing {
  readonly graph: Graph
  readonly notes: ExportNote[]
  readonly note: (code: string, text: Text, element?: string) => void
  /** A spec's text as Compose reads it: its dollars are doubled, and what only AWS knows is a variable. */
  readonly text: (text: string, element?: string) => string
  /** A variable that has to be set before Compose runs: `${NAME:?message}`. */
  readonly variable: (
    wanted: string,
    identity: string,
    why: (name: string) => Text,
    element?: string,
  ) => string
  /** Is the name free for this secret? Then it is that secret’s from now on. */
  readonly secretName: (name: string, from: string) => boolean
  /** The name of the top-level volume for what is the same one everywhere. */
  readonly volume: (identity: string, wanted: string, definition?: object) => string
  readonly volumes: Map<string, object>
  /** The port of this computer for one of a container: its own, or the next one that nobody wants. */
  readonly published: (port: number, protocol: string) => number
}

/** `wanted`: the ports that anybody asks for, so that a moved one takes none of them. */
export function newWriting(graph: Graph, wanted: ReadonlySet<string>): Writing {
  const notes: ExportNote[] = []
  const note: Writing['note'] = (code, text, element) =>
    notes.push({ code, file: FILE, text, ...(element === undefined ? {} : { element }) })
  const variable = variables(note)
  const volumes = new Map<string, object>()
  const secrets = new Map<string, string>()
  return {
    graph,
    notes,
    note,
    variable,
    text: (text, element) =>
      resolveText(text.replaceAll('$', '$$$$'), (reference) => referred(graph, variable, reference, element)),
    secretName: (name, from) => {
      if (!secrets.has(name)) secrets.set(name, from)
      return secrets.get(name) === from
    },
    volume: namedVolumes(volumes),
    volumes,
    published: publishing(wanted),
  }
}

function referred(graph: Graph, variable: Writing['variable'], to: Reference, from?: string): string {
  const known = resolveReference(graph, to)
  if (known !== undefined && referencesIn(known).length === 0) return known.replaceAll('$', '$$$$')
  const { id } = to
  const target = graph.element(id)
  const kind = target && kindOf(target.kind)
  const attribute = to.attribute ?? defaultAttribute(kind)
  const wanted = attribute === undefined ? id : `${id} ${attribute}`
  return variable(
    wanted,
    `${id}.${attribute}`,
    (name) => {
      if (!target)
        return say`${quote(name)} must be set in the shell or in .env: the design has no element “${id}”.`
      const label =
        (attribute !== undefined && kind?.attributes[attribute]?.label) || attribute || 'identifier'
      return say`${quote(name)} must be set in the shell or in .env: the ${term(label)} of ${labelOf(target.kind)} “${id}” is known once it exists.`
    },
    from,
  )
}

function variables(note: Writing['note']): Writing['variable'] {
  const known = new Map<string, string>()
  const taken = new Set<string>()
  return (wanted, identity, why, element) => {
    let name = known.get(identity)
    if (name === undefined) {
      const stem = variableName(wanted)
      name = stem
      for (let n = 2; taken.has(name); n++) name = `${stem}_${n}`
      taken.add(name)
      known.set(identity, name)
      note('variable', why(name), element)
    }
    return `\${${name}:?must be set}`
  }
}

/** Compose takes letters, digits and underscores. */
function variableName(wanted: string): string {
  const words = wanted
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
  return (/^[A-Za-z]/.test(words) ? words : `VALUE_${words}`).slice(0, 80).toUpperCase()
}

function namedVolumes(volumes: Map<string, object>): Writing['volume'] {
  const known = new Map<string, string>()
  const free = freeIds((name) => volumes.has(name))
  return (identity, wanted, definition = {}) => {
    let name = known.get(identity)
    if (name === undefined) {
      name = free(keyOf(wanted, 'data'))
      known.set(identity, name)
      volumes.set(name, definition)
    }
    return name
  }
}

function publishing(wanted: ReadonlySet<string>): Writing['published'] {
  const given = new Set<string>()
  return (port, protocol) => {
    let free = port
    while (given.has(`${free}/${protocol}`) || (free !== port && wanted.has(`${free}/${protocol}`))) free++
    given.add(`${free}/${protocol}`)
    return free
  }
}

/** A name that Compose takes for a service or volume, as near to the wanted one as can be. */
export function keyOf(wanted: string, fallback: string): string {
  const key = wanted
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[._-]+|(?<![._-])[._-]+$/g, '')
    .slice(0, 60)
  return key === '' ? fallback : key
}

/** An object without the members that say nothing. */
export function compact(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(members).filter(
    ([, value]) =>
      value !== undefined &&
      !(typeof value === 'object' && value !== null && Object.keys(value).length === 0),
  )
  return Object.fromEntries(entries)
}
