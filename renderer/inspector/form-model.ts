/** From a kind's schema to the form: which fields there are, and which of them show for a given value. Pure. */
import { isObject, toPointer } from '../../shared/basics/json'
import { own } from '../../shared/basics/own'
import type { Field, ObjectField, ScalarField } from '../../shared/elements/schema-fields'

export {
  type Field,
  type FieldInfo,
  fieldAt,
  fieldsOf,
  type ListField,
  type MapField,
  type ObjectField,
  type ScalarField,
} from '../../shared/elements/schema-fields'

/** Is a field, or one within it, among those that always show? */
function isMain(field: Field): boolean {
  return field.main === true || (field.type === 'object' && field.fields.some(isMain))
}

export interface Split {
  readonly shown: readonly Field[]
  /** Can be added. */
  readonly hidden: readonly Field[]
}

/**
 * Which members of an object show: the main ones, those that are set, and those the user asked for; all of them where
 * no member is a main one.
 */
export function split(
  fields: readonly Field[],
  value: unknown,
  pointer: string,
  revealed: ReadonlySet<string> = new Set(),
): Split {
  const all = !fields.some(isMain)
  const shows = (field: Field) =>
    all ||
    isMain(field) ||
    (isObject(value) && Object.hasOwn(value, field.key)) ||
    revealed.has(child(pointer, field.key))
  return { shown: fields.filter(shows), hidden: fields.filter((field) => !shows(field)) }
}

export interface Section {
  /** Undefined: members without a group. */
  readonly title: string | undefined
  readonly fields: readonly Field[]
}

/** Fields by their group, in the order in which the groups first appear; those without one come first. */
export function sectionsOf(fields: readonly Field[]): Section[] {
  const titles = new Set<string | undefined>([undefined, ...fields.map((field) => field.group)])
  return [...titles]
    .map((title) => ({ title, fields: fields.filter((field) => field.group === title) }))
    .filter((section) => section.fields.length > 0)
}

/** Members that the schema does not know. */
export function otherMembers(fields: readonly Field[], value: unknown): string[] {
  const known = new Set(fields.map((field) => field.key))
  return isObject(value) ? Object.keys(value).filter((key) => !known.has(key)) : []
}

export function isScalar(field: Field): field is ScalarField {
  return field.type === 'text' || field.type === 'whole' || field.type === 'decimal' || field.type === 'flag'
}

/** A list of these fits in lines of two inputs: a variable and its value. */
export function isPair(item: Field): item is ObjectField {
  return (
    item.type === 'object' &&
    item.fields.length === 2 &&
    item.fields.every((f) => isScalar(f) && f.type !== 'flag')
  )
}

/** A number needs half a line, unless more words stand in or above it than fit; everything else a whole one. */
export function isShort(field: Field): boolean {
  const numeric = field.type === 'whole' || field.type === 'decimal' || field.unit !== undefined
  const fits = field.default === undefined || (field.unit ?? '').length <= 4
  return numeric && fits && field.label.length <= 22
}

const TITLES = ['name', 'Name', 'key', 'containerName', 'sourceVolume', 'capacityProvider']

/** What an item of a list is called: by its name, else by the first text or number in it. */
export function itemTitle(value: unknown): string | undefined {
  if (!isObject(value)) return typeof value === 'string' && value !== '' ? value : undefined
  const telling = (key: string) => {
    const member = own(value, key)
    return (typeof member === 'string' && member !== '') || typeof member === 'number'
      ? String(member)
      : undefined
  }
  for (const key of [...TITLES, ...Object.keys(value)]) {
    const title = telling(key)
    if (title !== undefined) return title
  }
  return undefined
}

/** The pointer of a member or item. */
export function child(pointer: string, key: string | number): string {
  return pointer + toPointer([key])
}

/** A label inside a sentence: “Task memory” becomes “task memory”, “CPU” stays. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

export type Parsed =
  | { readonly ok: true; readonly value: string | number | undefined }
  | { readonly ok: false }

/**
 * What was typed into a number's input. Nothing means "not set"; a placeholder or reference stands for a number that is
 * not known yet and stays text.
 */
export function parseNumber(
  text: string,
  type: 'whole' | 'decimal',
  isOpen: (text: string) => boolean,
): Parsed {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: true, value: undefined }
  const pattern = type === 'whole' ? /^[-+]?\d+$/ : /^[-+]?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?$/i
  const value = Number(trimmed)
  if (
    pattern.test(trimmed) &&
    Number.isFinite(value) &&
    (type === 'decimal' || Number.isSafeInteger(value))
  ) {
    return { ok: true, value }
  }
  return isOpen(trimmed) ? { ok: true, value: trimmed } : { ok: false }
}
