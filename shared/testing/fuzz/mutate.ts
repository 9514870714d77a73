/** Good files made bad: by changed bytes, changed lines, and changed structures. */
import type { Chance } from './chance'
import { names, tokens, values } from './dictionary'

const encoder = new TextEncoder()
/** Larger inputs are made on purpose, by the tests of the limits. */
const LONGEST = 200_000

/** The bytes of an input made from one seed and pieces of another. */
export function mutate(chance: Chance, seed: string, other: string): Uint8Array {
  const way = chance.below(10)
  if (way < 6) {
    const changed = changeStructure(chance, seed)
    if (changed !== undefined) return encoder.encode(changed.slice(0, LONGEST))
  }
  if (way < 8) return encoder.encode(changeLines(chance, seed).slice(0, LONGEST))
  return changeBytes(chance, encoder.encode(seed), encoder.encode(other)).slice(0, LONGEST)
}

function changeBytes(chance: Chance, seed: Uint8Array, other: Uint8Array): Uint8Array {
  let bytes = Array.from(seed)
  for (let n = 1 + chance.below(4); n > 0; n--) {
    const at = chance.below(bytes.length + 1)
    const count = chance.below(1 + 2 ** chance.below(8))
    switch (chance.below(7)) {
      case 0:
        bytes[at] = chance.below(256)
        break
      case 1:
        bytes.splice(at, count)
        break
      case 2:
        bytes = [...bytes.slice(0, at + count), ...bytes.slice(at)]
        break
      case 3:
        bytes.splice(at, 0, ...encoder.encode(chance.pick(tokens)))
        break
      case 4:
        bytes = bytes.slice(0, at)
        break
      case 5:
        bytes = [...bytes.slice(0, at), ...other.slice(chance.below(other.length + 1))]
        break
      default:
        bytes.splice(at, 0, ...encoder.encode(chance.pick(tokens).repeat(count)))
    }
  }
  // A hole from writing beyond the end is a zero.
  return Uint8Array.from(bytes, (byte) => byte ?? 0)
}

/** For formats in which lines and their indent mean something. */
function changeLines(chance: Chance, seed: string): string {
  const lines = seed.split('\n')
  for (let n = 1 + chance.below(4); n > 0; n--) {
    const at = chance.below(lines.length)
    const line = lines[at] ?? ''
    switch (chance.below(6)) {
      case 0:
        lines.splice(at, 1)
        break
      case 1:
        lines.splice(chance.below(lines.length + 1), 0, ...Array(1 + chance.below(50)).fill(line))
        break
      case 2:
        lines[at] = ' '.repeat(chance.below(12)) + line.trimStart()
        break
      case 3:
        lines[at] = line.replace(/([:=]).*$/, (_, sign) => `${sign} ${chance.pick(tokens)}`)
        break
      case 4:
        lines[at] = line.replace(/[^\s:=]+(?=\s{0,40}[:=])/, () => chance.pick(names))
        break
      default:
        lines.splice(at, 0, chance.pick(tokens))
    }
  }
  return lines.join('\n')
}

type Node = Record<string, unknown> | unknown[]

/** For JSON: members and items replaced, renamed, moved, wrapped and multiplied. Undefined for other texts. */
function changeStructure(chance: Chance, seed: string): string | undefined {
  let root: unknown
  try {
    root = JSON.parse(seed)
  } catch {
    return undefined
  }
  const raw = new Map<string, string>()
  for (let n = 1 + chance.below(5); n > 0; n--) {
    const node = someNode(chance, root)
    if (node === undefined) break
    changeNode(chance, node, root, raw)
    // Copies of copies soon are more than a text can hold.
    if (JSON.stringify(root).length > LONGEST) break
  }
  const text = JSON.stringify(root, null, chance.below(3))
  return text.replace(/"RAW (\d+)"/g, (written, n: string) => raw.get(n) ?? written)
}

function changeNode(chance: Chance, node: Node, root: unknown, raw: Map<string, string>): void {
  const keys = Object.keys(node)
  const key = keys.length > 0 ? chance.pick(keys) : '0'
  const value = (node as Record<string, unknown>)[key]
  const set = (name: string, to: unknown) =>
    Object.defineProperty(node, name, { value: to, writable: true, enumerable: true, configurable: true })
  switch (chance.below(8)) {
    case 0:
      if (Array.isArray(node)) node.splice(Number(key), 1)
      else delete node[key]
      break
    case 1:
      if (!Array.isArray(node)) set(chance.pick(names), value)
      break
    case 2:
      set(key, wrapped(value, 1 + chance.below(80)))
      break
    case 3:
      if (Array.isArray(node))
        for (let n = chance.below(copiesOf(value)); n > 0; n--) node.push(copyOf(value))
      else for (let n = chance.below(400); n > 0; n--) set(`k${n}`, copyOf(chance.pick(values)))
      break
    case 4:
      set(key, copyOf(someNode(chance, root)))
      break
    case 5: {
      const n = String(raw.size)
      raw.set(n, chance.pick(tokens))
      set(key, `RAW ${n}`)
      break
    }
    default:
      set(key, copyOf(chance.pick(values)))
  }
}

/** The dictionary's values stay as they are, and nothing stands in itself. */
function copyOf<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)
}

/** Many of what is small, few of what is large. */
function copiesOf(value: unknown): number {
  return Math.min(400, 1 + Math.floor(LONGEST / (JSON.stringify(value) ?? '').length))
}

function wrapped(value: unknown, depth: number): unknown {
  let node = value
  for (let n = depth; n > 0; n--) node = n % 2 === 0 ? [node] : { a: node }
  return node
}

/** Some object or list of a JSON value, the nearer to the root the likelier. */
function someNode(chance: Chance, root: unknown): Node | undefined {
  let node = root
  if (typeof node !== 'object' || node === null) return undefined
  for (;;) {
    const inner: unknown[] = Object.values(node as object).filter(
      (item) => typeof item === 'object' && item !== null,
    )
    if (inner.length === 0 || chance.below(4) === 0) return node as Node
    node = chance.pick(inner) as object
  }
}
