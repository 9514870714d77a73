import { kindOf } from '../../shared/elements/kinds'
import { language } from '../strings/language'
import { i18n } from '../strings/strings'
import { words, wordsIn } from '../strings/words'

/** What a kind is called, the name in the language of the interface first. */
export type KindNames = (kind: string) => readonly string[]

const namers = new Map<string, KindNames>()

/**
 * Names kinds in every language that is loaded. The same function for as long as its answers are the same, so that what
 * is made of them can be remembered with it.
 */
export function kindNamer(): KindNames {
  const key = `${language()} ${i18n.hasResourceBundle('ko', 'app')}`
  const known = namers.get(key)
  if (known) return known
  const names = new Map<string, readonly string[]>()
  const namer = (kind: string) => {
    const before = names.get(kind)
    if (before) return before
    const label = kindOf(kind)?.label
    const fresh =
      label === undefined ? [kind] : [...new Set([words(label), wordsIn('ko', label), wordsIn('en', label)])]
    names.set(kind, fresh)
    return fresh
  }
  namers.set(key, namer)
  return namer
}
