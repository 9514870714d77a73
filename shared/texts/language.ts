/** Which language to speak. */
import type { Language } from './translate'

/** The user's choice, else the first of the system's languages that is one of ours, else English. */
export function languageFor(chosen: Language | undefined, system: readonly string[]): Language {
  if (chosen !== undefined) return chosen
  const ours = system
    .map((tag) => tag.split('-')[0]?.toLowerCase())
    .find((tag) => tag === 'ko' || tag === 'en')
  return ours === 'ko' ? 'ko' : 'en'
}
