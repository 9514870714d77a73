/** Fields of an element and their values, as a report prints them. */
import { fromPointer } from '../../basics/json'
import { cut } from '../../basics/quote'
import { kindOf } from '../../elements/kinds'
import { fieldAt, fieldsOf } from '../../elements/schema-fields'
import { readable } from '../../figures/figure-of'
import type { Graph } from '../../graph/graph'
import { hideSecrets } from '../../rules/secrets/hide-secrets'
import type { Translate } from '../../texts/translate'
import { shown } from './source'

const LONGEST = 200

/** A place as the inspector calls it: `Containers › api › Image`. What no schema knows keeps its own name. */
export function fieldWords(words: Translate, kind: string, pointer: string): string {
  const [first = '', ...path] = fromPointer(pointer)
  const schema = first === 'spec' ? kindOf(kind)?.spec : undefined
  const fields = schema ? fieldsOf(schema) : []
  const inSpec = path.map((key, i) => {
    const field = fieldAt(fields, path.slice(0, i + 1))
    if (field && field.key !== '') return words(field.label)
    // Items of lists are told apart by what they are called, such as `name=api`.
    return /^\d+$/.test(key) ? String(Number(key) + 1) : shown(key.replace(/(^|,)[\w|]+=/g, '$1'))
  })
  return (first === 'spec' ? inSpec : [first, ...path].map((key) => shown(key))).join(' › ')
}

/** A value on one line, without what looks like a secret; what it is called may stand in the pointer. */
export function valueText(graph: Graph, pointer: string, value: unknown): string {
  const path = fromPointer(pointer)
  const last = path.at(-1) ?? ''
  const item = /^(?:name|Name|key|Key)=(.*)$/s.exec(path.at(-2) ?? '')?.[1]
  const seen = hideSecrets(value, last.toLowerCase() === 'value' && item !== undefined ? item : last)
  const text = typeof seen === 'string' ? seen : JSON.stringify(seen)
  return shown(cut(readable(graph, text), LONGEST))
}
