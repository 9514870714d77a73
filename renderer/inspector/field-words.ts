/** What a field is called, in the language of the interface. */
import { words } from '../strings/words'
import type { Field, FieldInfo } from './form-model'

export function labelOf(field: Pick<FieldInfo, 'label'>): string {
  return words(field.label)
}

export function helpOf(field: Pick<FieldInfo, 'help'>): string | undefined {
  return field.help === undefined ? undefined : words(field.help)
}

export function unitOf(field: Pick<FieldInfo, 'unit'>): string | undefined {
  return field.unit === undefined ? undefined : words(field.unit)
}

/** What AWS assumes: one of its own values as it is written, or a few words about it. */
export function defaultOf({
  default: value,
  choices,
}: Pick<FieldInfo, 'default' | 'choices'>): string | undefined {
  return value === undefined || choices?.includes(value) ? value : words(value)
}

/** Group headings and labels that say the same; one of them is enough. */
export function saysItself(title: string, fields: readonly Field[]): boolean {
  const [first] = fields
  const heads = first?.type === 'object' || first?.type === 'list' || first?.type === 'map'
  return fields.length === 1 && heads === true && first.label.toLowerCase() === title.toLowerCase()
}
