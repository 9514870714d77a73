/** What can be written at a place of a spec's JSON: names of members and AWS's values. Pure. */

import { findNodeAtLocation, getLocation, parseTree } from 'jsonc-parser'
import { toPointer } from '../../shared/basics/json'
import { t } from '../strings/strings'
import { helpOf, labelOf } from './field-words'
import { type Field, fieldAt } from './form-model'

export interface Completion {
  /** With its quotes. */
  readonly insert: string
  readonly label: string
  readonly detail?: string
  readonly info?: string
}

export interface Completions {
  /** What they take the place of. */
  readonly from: number
  readonly to: number
  readonly options: readonly Completion[]
}

/** An element that may be referred to. */
export interface Referable {
  readonly reference: string
  readonly name: string
  readonly kind: string
}

/** The members that an object can still get, or the values of a place; undefined where nothing is known. */
export function completionsAt(
  text: string,
  offset: number,
  fields: readonly Field[],
  referablesAt: (pointer: string) => readonly Referable[] = () => [],
): Completions | undefined {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset)
  const token =
    previousNode && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length
      ? { from: previousNode.offset, to: previousNode.offset + previousNode.length }
      : { from: offset, to: offset }
  const keys = path.map(String)
  const options = isAtPropertyKey
    ? members(
        text,
        path.slice(0, -1),
        fieldsAt(fields, keys.slice(0, -1)),
        /^\s*:/.test(text.slice(token.to)),
      )
    : [...references(referablesAt(toPointer(keys))), ...values(fieldAt(fields, keys))]
  return options.length > 0 ? { ...token, options } : undefined
}

function fieldsAt(fields: readonly Field[], keys: readonly string[]): readonly Field[] {
  if (keys.length === 0) return fields
  const field = fieldAt(fields, keys)
  return field?.type === 'object' ? field.fields : []
}

function members(
  text: string,
  path: readonly (string | number)[],
  fields: readonly Field[],
  hasColon: boolean,
): Completion[] {
  const tree = parseTree(text)
  const object = tree && findNodeAtLocation(tree, [...path])
  const there = new Set(object?.children?.map((property) => property.children?.[0]?.value))
  return fields
    .filter((field) => !there.has(field.key))
    .map((field) => ({
      insert: hasColon ? JSON.stringify(field.key) : `${JSON.stringify(field.key)}: `,
      label: field.key,
      detail: labelOf(field),
      ...infoOf(field),
    }))
}

function infoOf(field: Field): Pick<Completion, 'info'> {
  const info = helpOf(field)
  return info === undefined ? {} : { info }
}

/** Found by the element's name as well as by its reference. */
function references(referables: readonly Referable[]): Completion[] {
  return referables.map(({ reference, name, kind }) => ({
    insert: JSON.stringify(reference),
    label: reference,
    detail: name,
    info: kind,
  }))
}

function values(field: Field | undefined): Completion[] {
  if (field?.type === 'flag') return ['true', 'false'].map((label) => ({ insert: label, label }))
  return (field?.choices ?? []).map((choice) => ({
    insert: JSON.stringify(choice),
    label: choice,
    ...(choice === field?.default ? { detail: t('inspector.isDefault') } : {}),
  }))
}
