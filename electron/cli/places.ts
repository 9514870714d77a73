/** From a JSON pointer to the line and column that an editor or a code review can show, in JSON and in YAML. */
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import { isCollection, LineCounter, parseAllDocuments } from 'yaml'
import { fromPointer } from '../../shared/basics/json'
import { placeOf } from '../../shared/design/json-syntax'

export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** Looks up pointers in one text; what is not there has the place of the nearest thing around it that is. */
export function locate(text: string): (pointer: string) => TextPlace {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const body = text.slice(mark)
  return /^\s*[[{]/.test(body) ? inJson(body) : inYaml(body)
}

function inJson(body: string): (pointer: string) => TextPlace {
  const root = parseTree(body)
  return (pointer) => placeOf(body, root ? nodeAt(root, fromPointer(pointer)).offset : 0)
}

function nodeAt(root: Node, keys: readonly string[]): Node {
  let node = root
  for (const key of keys) {
    const next = findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key])
    if (!next) break
    node = next
  }
  // The member's name is what a reader looks for, not the value behind it.
  return node.parent?.type === 'property' ? node.parent : node
}

/** The pointer's first part is the number of the document where there are several. */
function inYaml(body: string): (pointer: string) => TextPlace {
  const lines = new LineCounter()
  const read = parseAllDocuments(body, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false })
  const documents = Array.isArray(read) ? read : []
  return (pointer) => {
    const keys = [...fromPointer(pointer)]
    const document = documents[documents.length > 1 ? Number(keys.shift()) : 0]
    let offset = document?.range[0] ?? 0
    let node: unknown = document?.contents
    for (const key of keys) {
      if (!isCollection(node)) break
      const pair = 'items' in node ? node.items.find((item) => nameOf(item) === key) : undefined
      const next = pair ? (pair as { value: unknown }).value : node.get(Number(key), true)
      const place = pair ? (pair as { key: unknown }).key : next
      if (place === undefined || place === null) break
      offset = (place as { range?: readonly number[] }).range?.[0] ?? offset
      node = next
    }
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
}

function nameOf(item: unknown): string | undefined {
  const key = typeof item === 'object' && item !== null && 'key' in item ? item.key : undefined
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : undefined
}
