/**
 * Merges Compose files and services as Compose does: maps member by member, lists by adding, and what stands for one
 * thing, such as a command, by the later one. https://docs.docker.com/reference/compose-file/merge/
 */

import { own } from '../../basics/own'
import { listNode, member, type Node, objectNode, textOf } from '../containers/node'

/** Lists of which the later one counts. */
const REPLACED = new Set(['command', 'entrypoint', 'test'])

/** Lists of `KEY=value`, which are maps written in another way, and the sign between the two. */
const PAIRS: Readonly<Record<string, string>> = {
  environment: '=',
  labels: '=',
  annotations: '=',
  sysctls: '=',
  args: '=',
  extra_hosts: ':',
}

/** Both as one; of what both say, `over` counts, and the other joins what is lost. */
export function merged(
  base: Node | undefined,
  over: Node | undefined,
  lost: Node[],
  key = '',
): Node | undefined {
  if (!base || !over) return over ?? base
  if (Object.hasOwn(PAIRS, key)) return mergedMaps(asMap(base, key), asMap(over, key), lost)
  if (key === 'depends_on' || key === 'networks') return mergedMaps(namedMap(base), namedMap(over), lost)
  if (base.members && over.members) return mergedMaps(base, over, lost)
  if (base.items && over.items && !REPLACED.has(key)) return added(base, over, lost, key)
  lost.push(base)
  return over
}

function mergedMaps(base: Node, over: Node, lost: Node[]): Node {
  const keys = new Set([...(base.members?.keys() ?? []), ...(over.members?.keys() ?? [])])
  const members = [...keys].flatMap((key): [string, Node][] => {
    const node = merged(member(base, key), member(over, key), lost, key)
    return node ? [[key, node]] : []
  })
  return objectNode(over.at, members)
}

/** Mounts are told apart by where they are mounted, everything else by what it says. */
function added(base: Node, over: Node, lost: Node[], key: string): Node {
  const identity = (node: Node) => (key === 'volumes' ? targetOf(node) : JSON.stringify(shape(node)))
  const later = new Set((over.items ?? []).map(identity))
  const first = (base.items ?? []).filter((node) => {
    if (!later.has(identity(node))) return true
    lost.push(node)
    return false
  })
  return listNode(over.at, [...first, ...(over.items ?? [])])
}

function shape(node: Node): unknown {
  if (node.items) return node.items.map(shape)
  return node.members ? [...node.members].map(([key, item]) => [key, shape(item)]) : node.scalar
}

function targetOf(node: Node): string {
  const parts = (textOf(node) ?? '').split(':')
  return textOf(member(node, 'target')) ?? parts[1] ?? parts[0] ?? ''
}

/** `[KEY=value]` as a map; a key without a value is one whose value comes from outside. */
export function asMap(node: Node, key: string): Node {
  if (!node.items) return node
  const sign = own(PAIRS, key) ?? '='
  const members = node.items.flatMap((item): [string, Node][] => {
    const text = textOf(item)
    if (text === undefined) return []
    const at = text.indexOf(sign)
    const name = at < 0 ? text : text.slice(0, at)
    return [[name, { at: item.at, scalar: at < 0 ? null : text.slice(at + 1), mark: item.mark }]]
  })
  return objectNode(node.at, members)
}

/** `[name, name]` as a map without further settings. */
export function namedMap(node: Node): Node {
  if (!node.items) return node
  const members = node.items.flatMap((item): [string, Node][] => {
    const name = textOf(item)
    return name === undefined ? [] : [[name, { at: item.at, scalar: null, mark: item.mark }]]
  })
  return objectNode(node.at, members)
}

/** Never inherited: https://docs.docker.com/reference/compose-file/services/#restrictions */
const OWN = new Set(['depends_on', 'links', 'volumes_from', 'network_mode', 'extends'])

/** A service with what it extends; the extended one, which may be used as it is too, stays untouched. */
export function extended(
  service: Node,
  find: (file: string | undefined, name: string) => Node | undefined,
  depth = 0,
): Node {
  const link = member(service, 'extends')
  const name = textOf(link) ?? textOf(member(link, 'service'))
  const found = name === undefined || depth > 8 ? undefined : find(textOf(member(link, 'file')), name)
  if (!link || !found) return service
  link.mark.read = true
  const base = extended(copied(found), find, depth + 1)
  const kept = [...(base.members ?? [])].filter(([key]) => !OWN.has(key))
  const own = [...(service.members ?? [])].filter(([key]) => key !== 'extends')
  // What is overridden here stands in the extended service itself.
  return merged(objectNode(base.at, kept), objectNode(service.at, own), []) ?? service
}

/** The same values at the same places, of which nothing has been read. */
function copied(node: Node): Node {
  if (node.items) return { at: node.at, items: node.items.map(copied), mark: { read: false } }
  if (!node.members) return { at: node.at, scalar: node.scalar ?? null, mark: { read: false } }
  return objectNode(
    node.at,
    [...node.members].map(([key, item]) => [key, copied(item)] as const),
  )
}

/** The parts of a list item or map entry, whatever the syntax. */
export function entriesOf(node: Node | undefined): readonly (readonly [string, Node])[] {
  return node?.members ? [...node.members] : []
}
