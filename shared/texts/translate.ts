/** Says the core's texts in a language, by a catalogue that is keyed by their English words. */

import { toText } from '../basics/convert'
import { own } from '../basics/own'
import { withParticles } from './particles'
import { english, partsOf, type Text, type Value, valueNamed } from './text'

export type Language = 'en' | 'ko'

/** Words of another language by the English ones. */
export type Catalogue = Readonly<Record<string, string>>

export type Translate = (text: Text) => string

/** Without a catalogue everything stays English, and so does what a catalogue lacks: never half of a sentence. */
export function translator(catalogue?: Catalogue): Translate {
  if (!catalogue) return english
  const translate = (text: Text): string => {
    if (typeof text === 'string') return wordsIn(catalogue, text) ?? text
    const words = wordsIn(catalogue, text.words)
    if (words === undefined) return english(text)
    const parts = partsOf(words)
    if (parts.length === 1) return words
    const filled = parts.map((part, i) => {
      if (i % 2 === 0) return part
      const value = valueNamed(text.values, part)
      const isQuoted = parts[i - 1]?.endsWith('“') ?? false
      return value === undefined ? `{${part}}` : said(value, isQuoted)
    })
    return withParticles(filled.join(''))
  }
  // What stands in quotation marks is a name that somebody gave, and a single word may be one of AWS's: words of ours
  // are marked as such (`term`), or several.
  const said = (value: Value, isQuoted: boolean): string => {
    if (typeof value === 'number') return toText(value)
    if (typeof value === 'object') return translate(value)
    return isQuoted || !value.includes(' ') ? value : translate(value)
  }
  return translate
}

/** English writes a label within a sentence with a small letter; it is the same entry. */
function wordsIn(catalogue: Catalogue, words: string): string | undefined {
  if (Object.hasOwn(catalogue, words)) return catalogue[words]
  const label = words.charAt(0).toUpperCase() + words.slice(1)
  return own(catalogue, label)
}
