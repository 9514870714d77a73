/** Values as Docker’s tools write them: durations, sizes, command lines and variables with defaults. */

import { toNumber } from '../../basics/convert'
import { own } from '../../basics/own'

/** `1m30s` in seconds; a plain number is one of seconds. */
export function seconds(text: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.ceil(toNumber(text))
  const parts = [...text.matchAll(/(?<![\d.])(\d+(?:\.\d+)?)(us|ms|h|m|s)/g)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text) return undefined
  return Math.ceil(parts.reduce((sum, [, n, unit]) => sum + toNumber(n) * (own(SECONDS, unit ?? '') ?? 0), 0))
}

const SECONDS: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 }

/** `512m`, `1gb` or bytes, in MiB. */
export function mebibytes(text: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?)\s*(b|k|kb|m|mb|mib|g|gb|gib|kib)?$/i.exec(text.trim())
  if (!found) return undefined
  const unit = (found[2] ?? 'b').charAt(0).toLowerCase()
  return Math.max(1, Math.ceil((toNumber(found[1]) * (own(BYTES, unit) ?? 1)) / 2 ** 20))
}

const BYTES: Readonly<Record<string, number>> = { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 }

/** A command line in words, as a shell takes it apart; undefined where a quote is not closed. */
export function shellWords(text: string): readonly string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  let quote = ''
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i)
    if (character === '\\' && quote !== "'") {
      const next = text.charAt(++i)
      // Within double quotes a backslash stays one before what it need not protect.
      const stays = quote === '"' && !'"\\$`\n'.includes(next)
      word = (word ?? '') + (stays ? `\\${next}` : next)
    } else if (quote !== '' && character === quote) quote = ''
    else if (quote === '' && (character === '"' || character === "'")) {
      quote = character
      word ??= ''
    } else if (quote === '' && /\s/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + character
  }
  if (word !== undefined) words.push(word)
  return quote === '' ? words : undefined
}

/** `${PORT:-8080}`, with or without the default. */
const VARIABLE = /(?<!\$)\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?+])((?:[^{}]|\$\{[^{}]*\})*))?\})/g

/** A variable that is the whole of a text: its name, and whether the text asks for it to be set. */
export function wholeVariable(
  text: string,
): { readonly name: string; readonly required: boolean } | undefined {
  const [found, ...others] = text.matchAll(VARIABLE)
  if (!found || others.length > 0 || found[0] !== text) return undefined
  const [, bare, name = bare ?? '', sign] = found
  if (sign?.endsWith('-') || sign?.endsWith('+')) return undefined
  return { name, required: sign !== undefined }
}

/** A text with the defaults of its variables; undefined where one has none. */
export function withDefaults(text: string): string | undefined {
  let open = false
  const filled = text.replace(VARIABLE, (_, _bare, _name, sign?: string, value?: string) => {
    if (!sign?.endsWith('-')) open = true
    return value ?? ''
  })
  return open ? undefined : filled.replaceAll('$$', '$')
}

/** A doubled dollar is one dollar; variables stay as they are written. */
export function plainText(text: string): string {
  return text.replaceAll('$$', '$')
}

/** A name that ECS takes for services, families and containers. */
export function ecsName(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 255)
}
