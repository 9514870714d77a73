/** A spec as a file has it, written as the design writes the same: then only what really differs is left. */
import { isObject } from '../../../basics/json'
import { own } from '../../../basics/own'
import { kindOf } from '../../../elements/kinds'
import type { Field } from '../../../elements/schema-fields'
import { fieldsOf } from '../../../elements/schema-fields'
import { listIdentities } from '../../../merge/list-identities'
import { namedItems } from '../../../merge/list-items'
import { type At, isImplied, isSameScalar, itemAt, memberAt } from './implied'

type Spec = Readonly<Record<string, unknown>>

/** The texts of a file and of a design. One of them may name an element that the other spells out. */
export interface Texts {
  /** Do they mean the same? */
  readonly same: (file: string, design: string) => boolean
  /** A text of the file without references, as far as it can be told. */
  readonly spelled: (file: string) => string
}

/** The spec of the file in the words of the design. What AWS adds by itself is gone, unless the design says it, too. */
export function alignedSpec(kind: string, file: Spec, design: Spec, texts: Texts): Spec {
  const schema = kindOf(kind)?.spec
  const field: Field | undefined = schema && { key: '', label: '', type: 'object', fields: fieldsOf(schema) }
  const at: At = { kind, pattern: '', field, holder: {}, spec: file }
  return members(file, design, at, texts)
}

function aligned(file: unknown, design: unknown, at: At, texts: Texts): unknown {
  if (file === undefined || file === null) return isImplied(design, at) ? design : undefined
  if (design === undefined || design === null) {
    return isImplied(file, at) ? (design ?? undefined) : pruned(file, at)
  }
  if (typeof file === 'string' && typeof design === 'string' && texts.same(file, design)) return design
  // Both name the same element, and mean two things that AWS knows by other identifiers.
  if (typeof file === 'string' && file === design) return texts.spelled(file)
  if (Array.isArray(file) && Array.isArray(design)) return items(file, design, at, texts)
  if (isObject(file) && isObject(design)) return members(file, design, at, texts)
  return isSameScalar(file, design, at) ? design : file
}

function members(file: Spec, design: Spec, at: At, texts: Texts): Spec {
  const keys = new Set([...Object.keys(design), ...Object.keys(file)])
  const entries = [...keys].flatMap((key) => {
    const value = aligned(own(file, key), own(design, key), memberAt(at, key, file), texts)
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(entries)
}

/** What only the file has, without what AWS adds. */
function pruned(value: unknown, at: At): unknown {
  if (Array.isArray(value)) return value.map((item) => pruned(item, itemAt(at)))
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key, member]) => !isImplied(member, memberAt(at, key, value)))
  return Object.fromEntries(kept.map(([key, member]) => [key, pruned(member, memberAt(at, key, value))]))
}

type List = readonly unknown[]

/** In the design's order, with what only the file has behind it. */
function items(file: List, design: List, at: At, texts: Texts): List {
  const inItem = itemAt(at)
  const member = at.pattern.slice(at.pattern.lastIndexOf('/') + 1)
  const [theirs, ours] = [file, design].map((list) => namesOf(member, list, inItem))
  const align = (one: unknown, other: unknown) => aligned(one, other, inItem, texts)
  if (!theirs || !ours) {
    // Without names the place in the list tells which is which.
    return file.length === design.length ? file.map((item, i) => align(item, design[i])) : file
  }
  const left = new Map(theirs)
  const found = [...ours].flatMap(([name, item]) => {
    const same = left.has(name) ? name : [...left.keys()].find((other) => texts.same(other, name))
    if (same === undefined) return []
    const match = left.get(same)
    left.delete(same)
    return [align(match, item)]
  })
  return [...found, ...[...left.values()].map((item) => pruned(item, inItem))]
}

/** An item that leaves out a part of its name has the part that AWS assumes. */
function namesOf(member: string, list: List, at: At): ReadonlyMap<string, unknown> | undefined {
  const identity = own(listIdentities, member)
  if (identity === undefined) return undefined
  if (identity === 'set') {
    const texts = new Map(list.map((item) => [typeof item === 'string' ? item : JSON.stringify(item), item]))
    return texts.size === list.length ? texts : undefined
  }
  const fields = at.field?.type === 'object' ? at.field.fields : []
  const assumed = fields.filter((one) => one.default !== undefined && identity.includes(one.key))
  const defaults = Object.fromEntries(assumed.map((one) => [one.key, one.default]))
  const whole = list.map((item) => (isObject(item) ? { ...defaults, ...item } : item))
  const names = namedItems(member, whole)
  return names && new Map([...names.keys()].map((name, i) => [name, list[i]]))
}
