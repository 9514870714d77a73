/** The parser for Terraform's language on Node; it is started when a file needs it. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Parsers, SourceFile } from '../../shared/imports/format'
import { hclParser } from '../../shared/imports/terraform/parser'
import { needsHclParser } from '../../shared/imports/terraform/recognise'
import type { HclParser } from '../../shared/imports/terraform/syntax'

/** The parsers that files need. */
export async function parsersFor(files: readonly SourceFile[]): Promise<Parsers> {
  return files.some(needsHclParser) ? { hcl: await loadHclParser() } : {}
}

/** Starts the parser. */
export async function loadHclParser(): Promise<HclParser> {
  const { Language, Parser } = await import('web-tree-sitter')
  const [engine, grammar] = await wasmFiles()
  await Parser.init({ wasmBinary: engine })
  const language = await Language.load(grammar)
  return hclParser(() => new Parser().setLanguage(language))
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `dist/cli` shares them with the page, whose build puts a hash into each name. */
const BUILT = at('../renderer/assets/')

/** The engine and the grammar: the page's own when built, those of the packages otherwise. */
async function wasmFiles(): Promise<[Uint8Array, Uint8Array]> {
  const require = createRequire(import.meta.url)
  const built = existsSync(BUILT) ? await readdir(BUILT) : undefined
  const read = (name: string, path: string) => {
    const found = built?.find((file) => file.startsWith(`${name}-`) && file.endsWith('.wasm'))
    if (built && found === undefined)
      throw new Error(`${name}.wasm is missing in ${BUILT}: build Fairlead again.`)
    return readFile(found === undefined ? require.resolve(path) : `${BUILT}${found}`)
  }
  return Promise.all([
    read('web-tree-sitter', 'web-tree-sitter/web-tree-sitter.wasm'),
    read('tree-sitter-terraform', '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'),
  ])
}
