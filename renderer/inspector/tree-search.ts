/** Finding fields by what they are called: in AWS's words, in English, and in the language of the interface. */
import { parseQuery, type SearchText, score, searchText } from '../search/match'
import { helpOf, labelOf } from './field-words'
import type { Field } from './form-model'
import type { Found } from './tree-model'

interface Texts {
  /** The language that they were made in shows in the label. */
  readonly label: string
  readonly names: readonly SearchText[]
  readonly keywords: readonly SearchText[]
}

const known = new WeakMap<Field, Texts>()

/** Says whether a field is meant by what was typed; undefined while nothing is. */
export function finderOf(typed: string): ((field: Field) => Found | undefined) | undefined {
  if (typed.trim() === '') return undefined
  const query = parseQuery(typed)
  return (field) => {
    const { names, keywords } = textsOf(field)
    if (score(query, names) > 0) return 'name'
    return score(query, names, keywords) > 0 ? 'help' : undefined
  }
}

function textsOf(field: Field): Texts {
  const label = labelOf(field)
  const old = known.get(field)
  if (old?.label === label) return old
  const names = [...new Set([field.key, field.label, label])].filter(Boolean).map(searchText)
  const helps = [...new Set([field.help, helpOf(field), field.group])]
  const keywords = helps.flatMap((text) => (text === undefined ? [] : [searchText(text)]))
  const fresh = { label, names, keywords }
  known.set(field, fresh)
  return fresh
}
