/** Which files are Terraform's. */
import type { Body } from '../../aws/terraform/translate'
import { parseJson } from '../../design/serialize'
import type { SourceFile } from '../format'
import { isTerraformJson } from './json'

const BLOCK =
  /^[ \t]*(?:(?:resource|data)[ \t]+"[^"\n]*"[ \t]+"[^"\n]*"|(?:module|variable|output|provider)[ \t]+"[^"\n]*"|terraform|locals|moved|import)[ \t]*\{/m

/** Does it hold a block of Terraform's, and nothing of another language before it? */
export function isTerraformText(file: SourceFile): boolean {
  const { text } = file
  if (isCommentedOut(file)) return true
  const found = BLOCK.exec(text)
  if (!found) return false
  const before = text.slice(0, found.index).replace(/\/\*[\s\S]*?\*\//g, '')
  return before.split('\n').every((line) => /^\s*(?:$|#|\/\/)/.test(line))
}

/** What `terraform show -json` printed, or a state. */
export function terraformJson({ text, name }: SourceFile): Body | undefined {
  if (!/^\s*\{/.test(text) || !text.includes('"terraform_version"')) return undefined
  const json = parseJson(text, name)
  return json.ok && isTerraformJson(json.value) ? json.value : undefined
}

/** Is the parser for Terraform's language needed to import this file? */
export function needsHclParser(file: SourceFile): boolean {
  return isTerraformText(file)
}

/** Is all of it a comment, as in the file in which an export keeps blocks that it can't write? */
export function isCommentedOut({ text }: SourceFile): boolean {
  return (
    BLOCK.test(text.replace(/^#[ \t]?/gm, '')) && text.split('\n').every((line) => /^\s*(?:$|#)/.test(line))
  )
}
