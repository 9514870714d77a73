import { kindOf } from '../../shared/elements/kinds'
import { CONTAINER } from '../../shared/graph/add'
// These few names, not the whole catalogue, which is loaded only when it is the language.
import korean from '../../shared/texts/ko/kinds.json'
import { language, perLanguage } from '../strings/language'
import { hangulNames } from './hangul-names'

/** What a kind is called, the name in the language of the interface first. */
export type KindNames = (kind: string) => readonly string[]

const koreanNames: Readonly<Record<string, string>> = korean

/**
 * Names kinds in every language, a container too. The same function for as long as its answers are the same, so that
 * what is made of them can be remembered with it.
 */
export const kindNamer: () => KindNames = perLanguage(() => {
  const isKorean = language() === 'ko'
  const names = new Map<string, readonly string[]>()
  return (kind) => {
    const known = names.get(kind)
    if (known) return known
    const label = kind === CONTAINER ? 'Container' : kindOf(kind)?.label
    const both = label === undefined ? [kind] : [label, koreanNames[label] ?? label]
    const fresh = [...new Set([...(isKorean ? both.reverse() : both), hangulNames[kind] ?? []].flat())]
    names.set(kind, fresh)
    return fresh
  }
})
