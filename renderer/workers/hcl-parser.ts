/** The parser for Terraform's language, in a worker; it is started when a file needs it. */
import grammarUrl from '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm?url'
import engineUrl from 'web-tree-sitter/web-tree-sitter.wasm?url'
import { hclParser } from '../../shared/imports/terraform/parser'
import type { HclParser } from '../../shared/imports/terraform/syntax'

/** Starts the parser. */
export async function loadHclParser(): Promise<HclParser> {
  const { Language, Parser } = await import('web-tree-sitter')
  const [wasmBinary, grammar] = await Promise.all([engineUrl, grammarUrl].map(bytesAt))
  await Parser.init({ wasmBinary })
  const language = await Language.load(grammar as Uint8Array)
  return hclParser(() => new Parser().setLanguage(language))
}

async function bytesAt(url: string): Promise<Uint8Array> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
