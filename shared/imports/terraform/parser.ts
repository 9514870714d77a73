/** The parser of Terraform's language, of whatever engine the host has started. */
import type { HclParser, SyntaxNode } from './syntax'

/** What is needed of a parser of web-tree-sitter, its language set. */
export interface TreeParser {
  readonly parse: (text: string) => { readonly rootNode: SyntaxNode } | null
  readonly delete: () => void
}

/** A function that parses a text; each text gets a parser of its own, which is given back at once. */
export function hclParser(start: () => TreeParser): HclParser {
  return (text) => {
    const parser = start()
    const tree = parser.parse(text)
    parser.delete()
    if (!tree) throw new Error('The parser gave no tree.')
    return tree.rootNode
  }
}
