/** The parser for Terraform's language, for tests: the one that the app and the command line bring along. */
import { createRequire } from 'node:module'
import { Language, Parser } from 'web-tree-sitter'
import { hclParser } from '../imports/terraform/parser'

const require = createRequire(import.meta.url)

await Parser.init()
const language = await Language.load(
  require.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'),
)

/** Parses HCL. */
export const parseHcl = hclParser(() => new Parser().setLanguage(language))
