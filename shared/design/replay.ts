/**
 * Applies recorded patches: undo with the inverse ones, redo with the others. Our own, because immer's `applyPatches`
 * refuses paths through members named `constructor` or `__proto__`, which are ordinary words in a label or an
 * environment, and puts a member that comes back at the end of its object, where undo must give back the same text.
 */
import type { Patch } from 'immer'
import { toNumber, toText } from '../basics/convert'
import { isObject } from '../basics/json'
import type { Design } from './design'

type Path = Patch['path']

/** An inverse patch that brings a member back says which member it stood before. */
interface PlacedPatch extends Patch {
  readonly before?: string
}

/** Notes for each member that an edit removed which one it stood before. */
export function withPlaces(design: Design, inverse: readonly Patch[]): readonly PlacedPatch[] {
  const nexts = new Map<unknown, ReadonlyMap<string, string>>()
  return inverse.map((patch) => {
    const parent = patch.op === 'add' ? nodeAt(design, patch.path.slice(0, -1)) : undefined
    if (!isObject(parent)) return patch
    const next = nexts.get(parent) ?? nextKeys(parent)
    nexts.set(parent, next)
    const before = next.get(toText(patch.path.at(-1)))
    return before === undefined ? patch : { ...patch, before }
  })
}

function nextKeys(node: object): ReadonlyMap<string, string> {
  const keys = Object.keys(node)
  return new Map(keys.slice(1).map((key, i) => [keys[i] as string, key]))
}

function nodeAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, key) => member(node, key), root)
}

function member(node: unknown, key: string | number): unknown {
  const owned = typeof node === 'object' && node !== null && Object.hasOwn(node, key)
  return owned ? (node as Record<string | number, unknown>)[key] : undefined
}

/**
 * The edited design with members where they were. One that an edit takes out and puts back, such as a reference that is
 * drawn elsewhere, would stand at the end, and a patch only says that it has another value: undo would not bring it back
 * to its place.
 */
export function inPlace(before: Design, after: Design, patches: readonly Patch[]): Design {
  const fresh = new Set<object>()
  let root: unknown = after
  for (const { op, path } of patches) {
    // The ids of a design are in no order.
    if (op !== 'replace' || path.length <= 2) continue
    const at = path.slice(0, -1)
    const [was, is] = [nodeAt(before, at), nodeAt(root, at)]
    if (!isObject(was) || !isObject(is)) continue
    const stay = Object.keys(was).filter((key) => Object.hasOwn(is, key))
    const now = Object.keys(is).filter((key) => Object.hasOwn(was, key))
    if (stay.every((key, i) => key === now[i])) continue
    const keys = new Set([...stay, ...Object.keys(is)])
    const node = Object.fromEntries([...keys].map((key) => [key, is[key]]))
    root = update(root, at, fresh, (parent, key) => assign(parent, key, node))
  }
  return root as Design
}

/** The design with the patches applied. What is on no patch's path keeps its identity. */
export function replay(design: Design, patches: readonly PlacedPatch[]): Design {
  // Copies that this replay made and may write to: a step with a thousand moves copies the layout once.
  const fresh = new Set<object>()
  const returned = new Map<string, { path: Path; before: Map<string, string> }>()
  let root: unknown = design
  for (const patch of patches) {
    root = update(root, patch.path, fresh, (node, key) => applyTo(node, key, patch))
    if (patch.before === undefined) continue
    const path = patch.path.slice(0, -1)
    const group = returned.get(JSON.stringify(path)) ?? { path, before: new Map() }
    group.before.set(toText(patch.path.at(-1)), patch.before)
    returned.set(JSON.stringify(path), group)
  }
  for (const { path, before } of returned.values()) {
    const node = nodeAt(root, path)
    if (!isObject(node)) continue
    // A member of the document itself, such as the last waiver's list.
    if (path.length === 0) root = inOrder(node, before)
    else root = update(root, path, fresh, (parent, key) => assign(parent, key, inOrder(node, before)))
  }
  return root as Design
}

type Node = Record<string | number, unknown>

function update(
  node: unknown,
  path: Path,
  fresh: Set<object>,
  change: (node: Node, key: string | number) => void,
): unknown {
  const [key, ...rest] = path
  const copy = writable(node, fresh)
  if (key === undefined) throw new Error('A patch of the whole design is none of ours.')
  if (rest.length === 0) change(copy, key)
  else assign(copy, key, update(member(copy, key), rest, fresh, change))
  return copy
}

function writable(node: unknown, fresh: Set<object>): Node {
  if (typeof node !== 'object' || node === null) throw new Error('A patch does not fit the design.')
  if (fresh.has(node)) return node as Node
  const copy = Array.isArray(node) ? [...node] : { ...node }
  fresh.add(copy)
  return copy as Node
}

function applyTo(node: Node, key: string | number, { op, value }: Patch): void {
  if (Array.isArray(node) && op === 'remove') node.splice(toNumber(key), 1)
  else if (Array.isArray(node) && op === 'add') node.splice(toNumber(key), 0, value)
  else if (op === 'remove') delete node[key]
  else assign(node, key, value)
}

/** Plain assignment, except for the one name that assignment would take for the prototype. */
function assign(node: Node, key: string | number, value: unknown): void {
  if (key !== '__proto__') node[key] = value
  else Object.defineProperty(node, key, { value, writable: true, enumerable: true, configurable: true })
}

/** The same members, each of `before`'s keys in front of the one it names. */
function inOrder(
  node: Record<string, unknown>,
  before: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const inFront = new Map<string, string>()
  for (const [key, next] of before) {
    if (Object.hasOwn(node, key) && Object.hasOwn(node, next)) inFront.set(next, key)
  }
  const placed = new Set(inFront.values())
  const keys = Object.keys(node).flatMap((key) => {
    if (placed.has(key)) return []
    const chain = [key]
    for (let front = inFront.get(key); front !== undefined; front = inFront.get(front)) chain.push(front)
    return chain.reverse()
  })
  // Whatever the hints say, no member is lost over them.
  return Object.fromEntries([...new Set([...keys, ...Object.keys(node)])].map((key) => [key, node[key]]))
}
