/** The parser for Terraform's language, for tests: the one that the app and the command line bring along. */
import { createRequire } from 'node:module'
import { Language, Parser } from 'web-tree-sitter'
import type { HclParser } from '../imports/terraform/syntax'

const require = createRequire(import.meta.url)

await Parser.init()
const language = await Language.load(
  require.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'),
)

/** Parses HCL. */
export const parseHcl: HclParser = (text) => {
  const parser = new Parser()
  parser.setLanguage(language)
  const tree = parser.parse(text)
  parser.delete()
  if (!tree) throw new Error('No tree.')
  return tree.rootNode
}
