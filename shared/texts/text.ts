/**
 * What the core says to people: a plain English sentence, or one with its values beside it, so that it can be said in
 * another language. English stays where it is meant; catalogues of other languages are keyed by it, as with gettext.
 */
import { toText } from '../basics/convert'
import { memoText } from '../basics/memo'

/** A sentence or a part of one. A plain text is all English words, or a name that no language changes. */
export type Text = string | Phrase

/** English words with `{names}` or `{0}` for values. */
export interface Phrase {
  readonly words: string
  readonly values: Values
}

/** Found by name, or by position. */
export type Values = Readonly<Record<string, Value>> | readonly Value[]

export type Value = Text | number

/** A text of a template literal: say`Make container “${name}” essential`. */
export function say(parts: TemplateStringsArray, ...values: readonly Value[]): Phrase {
  return { words: wordsOf(parts), values }
}

/** English words as a text that is translated inside another one, even a single word that could be a name. */
export function term(words: string): Phrase {
  return { words, values: NO_VALUES }
}

const NO_VALUES: Values = []

/** The parts are the same object each time that a place in the source speaks, so they are joined once. */
const known = new WeakMap<TemplateStringsArray, string>()

function wordsOf(parts: TemplateStringsArray): string {
  const before = known.get(parts)
  if (before !== undefined) return before
  const words = parts.reduce((all, part, i) => `${all}{${i - 1}}${part}`)
  known.set(parts, words)
  return words
}

/** A text as it was written: in English. */
export function english(text: Text): string {
  return typeof text === 'string' ? text : fill(text.words, text.values)
}

/** Puts values into the `{names}` of English words. */
export function fill(words: string, values: Values): string {
  const parts = partsOf(words)
  if (parts.length === 1) return words
  let filled = ''
  for (const [i, part] of parts.entries())
    filled += i % 2 === 0 ? part : (inEnglish(values, part) ?? `{${part}}`)
  return filled
}

function inEnglish(values: Values, name: string): string | number | undefined {
  const value = valueNamed(values, name)
  return typeof value === 'object' ? english(value) : value
}

/** The value of that name or position; undefined where there is none. */
export function valueNamed(values: Values, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? (values as Readonly<Record<string, Value>>)[name] : undefined
}

/** Text and names of values in turn. */
export const partsOf = memoText((words: string): readonly string[] => words.split(/\{(\w+)\}/))

/** A list as a sentence says it: “a, b or c”. */
export function inWords(items: readonly Value[], word: 'and' | 'or'): Text {
  const last = items.at(-1)
  if (items.length < 2 || last === undefined) return listed(items)
  const before = listed(items.slice(0, -1))
  return word === 'and' ? say`${before} and ${last}` : say`${before} or ${last}`
}

/** A list without a word before its last item: “a, b, c”. */
export function listed(items: readonly Value[]): Text {
  const [first = '', ...others] = items
  const list = others.reduce((before: Value, item) => say`${before}, ${item}`, first)
  return typeof list === 'number' ? toText(list) : list
}

/** A label as it stands within a sentence: its first letter small, except in abbreviations (“SQS queue”). */
export function lowered(label: string): string {
  return label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}

/** A phrase as it begins a sentence. */
export function capitalized({ words, values }: Phrase): Phrase {
  return { words: words.charAt(0).toUpperCase() + words.slice(1), values }
}
