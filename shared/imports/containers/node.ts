/**
 * A tree of a file's values that knows where each stands and which of them have been read, so that an import can say of
 * all others that they are left out. Trees of several files merge, and every leaf still knows its own place.
 */
import { toText } from '../../basics/convert'
import { isObject, type Json, type Segment, toPointer } from '../../basics/json'

export interface Place {
  readonly file: string
  readonly pointer: string
}

export interface Node {
  readonly at: Place
  /** Of an object. */
  readonly members?: ReadonlyMap<string, Node>
  /** Of a list. */
  readonly items?: readonly Node[]
  /** Of everything else. */
  readonly scalar?: string | number | boolean | null
  /** Has it, with all that is in it, been read, or been spoken of? Shared with the same place in another syntax. */
  readonly mark: { read: boolean }
}

/** The tree of a document. */
export function nodeOf(value: unknown, { file, pointer }: Place, path: readonly Segment[] = []): Node {
  const at = { file, pointer: pointer + toPointer(path) }
  const inner = (key: Segment, item: unknown) => nodeOf(item, { file, pointer }, [...path, key])
  if (Array.isArray(value))
    return { at, items: value.map((item, i) => inner(i, item)), mark: { read: false } }
  if (isObject(value)) {
    const members = new Map(Object.entries(value).map(([key, item]) => [key, inner(key, item)]))
    return { at, members, mark: { read: false } }
  }
  return { at, scalar: value as NonNullable<Node['scalar']> | null, mark: { read: false } }
}

/** The member of an object; undefined when there is none. */
export function member(node: Node | undefined, key: string): Node | undefined {
  return node?.members?.get(key)
}

/** What is at the end of a path of members. */
export function within(node: Node | undefined, ...keys: readonly string[]): Node | undefined {
  return keys.reduce<Node | undefined>((at, key) => member(at, key), node)
}

/** The value, without marking it as read. */
export function peek(node: Node | undefined): Json | undefined {
  if (!node) return undefined
  if (node.items) return node.items.map((item) => peek(item) ?? null)
  if (!node.members) return node.scalar ?? null
  return Object.fromEntries([...node.members].map(([key, item]) => [key, peek(item) ?? null]))
}

/** The value; it counts as read with all that is in it. */
export function take(node: Node | undefined): Json | undefined {
  if (node) node.mark.read = true
  return peek(node)
}

/** The text of a scalar, numbers and truth values too; undefined for anything else, which stays unread. */
export function takeText(node: Node | undefined): string | undefined {
  const text = textOf(node)
  if (node && text !== undefined) node.mark.read = true
  return text
}

/** The same, without marking it as read. */
export function textOf(node: Node | undefined): string | undefined {
  const value = node?.scalar
  return value === undefined || value === null || value === '' ? undefined : toText(value)
}

/** A truth value, also where it is written as a text. */
export function takeFlag(node: Node | undefined): boolean | undefined {
  const text = textOf(node)
  if (text !== 'true' && text !== 'false') return undefined
  takeText(node)
  return text === 'true'
}

/** The objects or scalars of a list; a lone one is a list of itself. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (!node) return []
  return node.items ?? (node.members || textOf(node) !== undefined ? [node] : [])
}

/** The largest parts of a tree in which nothing has been read. */
export function unread(node: Node): readonly Node[] {
  if (node.mark.read || isEmpty(node)) return []
  const inner = [...(node.members?.values() ?? []), ...(node.items ?? [])]
  return touched(node) ? inner.flatMap(unread) : [node]
}

function touched(node: Node): boolean {
  if (node.mark.read) return true
  return [...(node.members?.values() ?? []), ...(node.items ?? [])].some(touched)
}

/** Says it nothing, so that nothing is lost with it? */
export function isEmpty(node: Node): boolean {
  if (node.items) return node.items.every(isEmpty)
  if (node.members) return [...node.members.values()].every(isEmpty)
  return node.scalar === null || node.scalar === undefined
}

/** A place to speak about, such as that of a whole object, without its members counting as read. */
export function spot(at: Place): Node {
  return { at, scalar: null, mark: { read: false } }
}

/** An object of nodes, at the place of the first of them. */
export function objectNode(at: Place, members: Iterable<readonly [string, Node]>): Node {
  return { at, members: new Map(members), mark: { read: false } }
}

export function listNode(at: Place, items: readonly Node[]): Node {
  return { at, items, mark: { read: false } }
}
