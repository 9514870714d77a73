/** Reads a `deployment.json` so that every value of it is either used or reported. */
import { toNumber } from '../../basics/convert'
import { isObject, type Json, toPointer, valueAt } from '../../basics/json'
import { quote } from '../../basics/quote'
import type { Element } from '../../design/design'
import { say, type Text } from '../../texts/text'
import { type Collector, define, note } from '../collect/collector'
import type { NoteKind } from '../report'

export interface Source {
  readonly collector: Collector
  readonly file: string
  /** Pointer of the document in its file. */
  readonly at: string
  /** Values at a pointer; they count as used. Empty texts and zeros mean “not set”. */
  readonly text: (pointer: string) => string | undefined
  readonly number: (pointer: string) => number | undefined
  readonly flag: (pointer: string) => boolean
  readonly list: (pointer: string) => readonly unknown[]
  /** Is there anything at that pointer? */
  readonly has: (pointer: string) => boolean
  /** Adds an element. */
  readonly add: (kind: string, called: string, element: Omit<Element, 'kind'>, pointer: string) => string
  readonly say: (kind: NoteKind, code: string, pointer: string, text: Text, element?: string) => void
  /** Counts all that is at a pointer as used. */
  readonly use: (pointer: string) => void
  /** Reports what nothing has used. */
  readonly rest: () => void
}

/** Begins to read a document. */
export function reading(
  collector: Collector,
  value: Record<string, unknown>,
  { file, pointer: at }: { readonly file: string; readonly pointer: string },
): Source {
  const used = new Set<string>()
  const take = (pointer: string) => {
    used.add(pointer)
    return valueAt(value, pointer)
  }
  const tell: Source['say'] = (kind, code, pointer, text, element) =>
    note(collector, kind, code, { file, pointer: at + pointer }, text, element)
  return {
    ...{ collector, file, at, say: tell },
    text: (pointer) => {
      const found = take(pointer)
      return typeof found === 'string' && found !== '' ? found : undefined
    },
    number: (pointer) => {
      const found = take(pointer)
      const number = typeof found === 'string' && /^\d+(\.\d+)?$/.test(found) ? toNumber(found) : found
      return typeof number === 'number' && number > 0 ? number : undefined
    },
    flag: (pointer) => {
      const first = !used.has(pointer)
      const found = take(pointer)
      if (found === false && first) {
        tell(
          'mapped',
          'off',
          pointer,
          say`${quote(pointer.split('/').at(-1) ?? '')} is off, so nothing is drawn for it.`,
        )
      }
      return found === true
    },
    list: (pointer) => {
      const found = take(pointer)
      return Array.isArray(found) ? found : []
    },
    has: (pointer) => valueAt(value, pointer) !== undefined,
    add: (kind, called, element, pointer) =>
      define(
        collector,
        { called, element: { kind, ...element } as Element },
        { file, pointer: at + pointer, within: '' },
      ),
    use: (pointer) => void used.add(pointer),
    rest: () => {
      for (const pointer of leavesOf(value as Json, [])) {
        const covered = [...used].some((one) => pointer === one || pointer.startsWith(`${one}/`))
        const name = pointer.split('/').findLast((part) => !/^\d+$/.test(part)) ?? ''
        if (!covered)
          tell(
            'dropped',
            'no-counterpart',
            pointer,
            say`${quote(name)} has no counterpart in a design, so it is left out.`,
          )
      }
    },
  }
}

/** Places of values that say something: neither empty nor zero. */
function leavesOf(value: Json, path: readonly (string | number)[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]))
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item as Json, [...path, key]))
  }
  return value === '' || value === 0 || value === null ? [] : [toPointer(path)]
}
