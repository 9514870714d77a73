/** From a JSON pointer to the line and column that an editor or a code review can show. */
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
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
