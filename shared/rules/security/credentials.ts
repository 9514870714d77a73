/** Texts that look as if a credential stood in them. Nobody can be sure, so rules about it only warn. */
import { hasPlaceholder } from '../../elements/view'

/** What AWS's own access keys begin with, long-lived and temporary ones. */
const ACCESS_KEY = /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/

const WORD = '(?:password|passwd|pwd|secret|token|api[-_]?key)'

/** `--password=…`, `DB_PASSWORD=…`, `"password": "…"`: the value is what follows. In an ARN it is no value. */
const ASSIGNMENT = new RegExp(
  String.raw`${WORD}(?:\s*=\s*|"\s*:\s*|:\s+)(?:"([^"]*)"|'([^']*)'|([^\s"',;&]+))`,
  'gi',
)

/** `scheme://user:password@host`. */
const IN_ADDRESS = /\w:\/\/[^\s:/@]+:([^\s/@]+)@/g

/** Does a text hold an access key, or a password in so many words? */
export function holdsCredential(text: string): boolean {
  if (ACCESS_KEY.test(text)) return true
  return [...text.matchAll(ASSIGNMENT), ...text.matchAll(IN_ADDRESS)].some((match) =>
    isLiteral(match.slice(1).find((group) => group !== undefined) ?? ''),
  )
}

/** `--password`, `--db-password`, whose value is the next word. */
export function isCredentialOption(word: string): boolean {
  return new RegExp(`^--?(?:[a-z0-9]+[-_.])*${WORD}$`, 'i').test(word)
}

/** A value as it is used: not yes or no, a variable, a placeholder, another option or the path of a file with it. */
export function isLiteral(value: string): boolean {
  if (value === '' || /^(?:true|false|yes|no|none|null)$/i.test(value)) return false
  return !/^(?:[$%<{/*-]|@\{)/.test(value) && !hasPlaceholder(value)
}
