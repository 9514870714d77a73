/** The language of the interface, and changing it. */

import type { Settings } from '../../shared/host'
import { languageFor } from '../../shared/texts/language'
import { i18n } from './strings'
import { learnKorean } from './words'

export type Language = NonNullable<Settings['language']>

/** As each language calls itself. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', ko: '한국어' }

/** The language of the interface now. */
export function language(): Language {
  return i18n.language === 'ko' ? 'ko' : 'en'
}

/** What is made of texts, made once a language. */
export function perLanguage<T>(make: () => T): () => T {
  const made = new Map<Language, T>()
  return () => {
    const known = made.get(language())
    if (known !== undefined) return known
    const fresh = make()
    made.set(language(), fresh)
    return fresh
  }
}

/** Called whenever the language has changed; returns the function that stops listening. */
export function onLanguage(changed: () => void): () => void {
  i18n.on('languageChanged', changed)
  return () => i18n.off('languageChanged', changed)
}

/** Loads the Korean texts and the core's words, for those who search in Korean whatever the language of the interface. */
export async function loadKorean(): Promise<void> {
  if (i18n.hasResourceBundle('ko', 'app')) return
  const [{ ko }, { korean }] = await Promise.all([import('./ko/ko'), import('../../shared/texts/ko/korean')])
  learnKorean(korean)
  i18n.addResourceBundle('ko', 'app', ko)
}

/** Loads the language to use and switches to it; the page says so to screen readers and spell checkers. */
export async function speak(chosen: Language | undefined): Promise<void> {
  const next = languageFor(chosen, navigator.languages)
  if (next === 'ko') await loadKorean()
  document.documentElement.lang = next
  if (next !== language()) await i18n.changeLanguage(next)
}
