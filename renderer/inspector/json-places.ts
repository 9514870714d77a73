/** Between places in a JSON text and JSON pointers. Pure. */
import { findNodeAtLocation, getLocation, type Node, parseTree } from 'jsonc-parser'
import { fromPointer, toPointer } from '../../shared/basics/json'

export interface TextRange {
  readonly from: number
  readonly to: number
}

/**
 * Where the value at a pointer stands. Of an object or list only its name (or its bracket) is meant: marking all of it
 * would mark half the text. A pointer to something that is missing leads to what should hold it.
 */
export function rangeOf(text: string, pointer: string): TextRange {
  const tree = parseTree(text)
  const keys = fromPointer(pointer)
  for (let length = keys.length; tree && length >= 0; length--) {
    const node = nodeAt(tree, keys.slice(0, length))
    if (node) return telling(node)
  }
  return { from: 0, to: Math.min(1, text.length) }
}

function nodeAt(tree: Node, keys: readonly string[]): Node | undefined {
  let node: Node | undefined = tree
  for (const key of keys) {
    node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key])
  }
  return node
}

function telling(node: Node): TextRange {
  if (node.type !== 'object' && node.type !== 'array') {
    return { from: node.offset, to: node.offset + node.length }
  }
  const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined
  return name
    ? { from: name.offset, to: name.offset + name.length }
    : { from: node.offset, to: node.offset + 1 }
}

/**
 * The pointer of the value, or of the member whose name, the offset is in. Space at either end of a line, and the comma
 * or bracket there, belong to what the line says: a click beside a line is meant for it.
 */
export function pointerAt(text: string, offset: number): string {
  const { path } = getLocation(text, onLine(text, offset))
  // While a name is being typed it is empty or incomplete; it says no place yet.
  return toPointer(path.filter((segment) => segment !== ''))
}

/** The nearest offset that what the offset's line says begins with, ends with or has in it. */
function onLine(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const said = text.slice(start, end === -1 ? undefined : end).trimEnd()
  const first = start + said.length - said.trimStart().length
  const last = start + (/[,[]$/.test(said) ? said.slice(0, -1).trimEnd() : said).length
  return first < last ? Math.min(Math.max(offset, first), last) : offset
}

export interface Change extends TextRange {
  readonly insert: string
}

/** The smallest change that turns one text into another, so that an editor's cursor stays where it is. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}
