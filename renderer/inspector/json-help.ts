/** What the JSON means at a place: the member's words, and the elements that are referred to there. Pure. */
import { fromPointer, valueAt } from '../../shared/basics/json'
import type { Spec } from '../../shared/design/design'
import { referencesIn, referencesOf } from '../../shared/design/references'
import { t } from '../strings/strings'
import { defaultOf, helpOf, labelOf, unitOf } from './field-words'
import { type Field, fieldAt } from './form-model'
import { pointerAt, rangeOf, type TextRange } from './json-places'

export interface Help extends TextRange {
  readonly title: string
  readonly lines: readonly string[]
}

/** The member at an offset, in the words of the form; undefined for one that the schema does not know. */
export function helpAt(text: string, offset: number, fields: readonly Field[]): Help | undefined {
  const pointer = pointerAt(text, offset)
  const field = fieldAt(fields, fromPointer(pointer))
  if (!field || field.key === '') return undefined
  const value = defaultOf(field)
  const facts = [
    helpOf(field),
    unitOf(field),
    value === undefined ? undefined : t('inspector.default', { value }),
  ]
  return {
    ...rangeOf(text, pointer),
    title: labelOf(field),
    lines: facts.filter((line) => line !== undefined),
  }
}

/** The elements that the text at a pointer refers to. */
export function referredAt(spec: Spec, pointer: string): string[] {
  const value = valueAt(spec, pointer)
  return typeof value === 'string' ? [...new Set(referencesIn(value).map(({ id }) => id))] : []
}

/** Where a text refers to an element. */
export function rangesOf(text: string, spec: Spec, element: string): TextRange[] {
  return referencesOf(spec)
    .filter(({ id }) => id === element)
    .map(({ pointer }) => rangeOf(text, pointer))
}
