/** A changed place as the inspector calls it. */
import { visible } from '../../basics/characters'
import { toNumber, toText } from '../../basics/convert'
import { fromPointer, isObject } from '../../basics/json'
import { own } from '../../basics/own'
import { kindOf } from '../../elements/kinds'
import { type Field, fieldAt, fieldsOf } from '../../elements/schema-fields'
import { say, type Text, term } from '../../texts/text'

/** What the members of an element beside its spec are called. */
const MEMBERS: Readonly<Record<string, Text>> = {
  label: term('Label'),
  existing: term('Identifiers in AWS'),
  traits: term('Traits'),
  inside: term('Frame'),
}

export interface FieldPlace {
  /** `Containers › api › Image`. */
  readonly text: Text
  /** What the schema knows of it. */
  readonly field: Field | undefined
}

/**
 * The place of a change in an element of a kind; the pointer may name items, as in `/spec/volumes/name=data`.
 * @param read says a text as people read it, where an item is named by a reference
 */
export function fieldPlace(
  kind: string,
  pointer: string,
  read: (text: string) => string = (text) => text,
): FieldPlace {
  const [first = '', ...path] = fromPointer(pointer)
  const schema = first === 'spec' ? kindOf(kind)?.spec : undefined
  const fields = schema ? fieldsOf(schema) : []
  const head = first === 'spec' ? [] : [own(MEMBERS, first) ?? visible(first)]
  const steps = path.map((key, i) => {
    const field = fieldAt(fields, path.slice(0, i + 1))
    return field && field.key !== '' ? term(field.label) : visible(read(itemName(key)))
  })
  const [start = '', ...rest] = [...head, ...steps]
  const text = rest.reduce<Text>((before, step) => say`${before} › ${step}`, start)
  return { text, field: fieldAt(fields, path) }
}

/** `name=api` as `api`, `containerPort=80,protocol=tcp` as `80 tcp`, an index as a number; a text stands for itself. */
export function itemName(key: string): string {
  // People count from one.
  if (/^\d+$/.test(key)) return toText(toNumber(key) + 1)
  if (key.startsWith('"')) {
    const text = parsed(key)
    if (typeof text === 'string') return text
  }
  if (/^\{/.test(key)) {
    const item = parsed(key)
    if (isObject(item)) return Object.values(item).map(toText).join(' ')
  }
  return key.replace(/(^|,)[\w|]+=/g, (_, comma: string) => (comma === '' ? '' : ' '))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
