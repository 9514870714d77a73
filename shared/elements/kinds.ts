/** Looks up kinds. A design may hold kinds that this version does not know; they are shown and kept, not judged. */

import { valueAt } from '../basics/json'
import type { Element, Meaningful } from '../design/design'
import { type Phrase, term } from '../texts/text'
import type { Kind } from './kind'
import { kinds } from './registry'

const byName: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.kind, kind]))

/** The kind of that name, or undefined when it is not known. */
export function kindOf(name: string): Kind | undefined {
  return byName.get(name)
}

/** The kind of that name where the code itself names it; an unknown one is a bug. */
export function knownKind(name: string): Kind {
  const kind = byName.get(name)
  if (!kind) throw new Error(`No kind "${name}".`)
  return kind
}

/** What people call a kind; an unknown one by the name that it has in the design. */
export function labelOf(name: string): Phrase {
  return term(kindOf(name)?.label ?? name)
}

/** The attribute that a bare `@{id}` stands for; undefined for kinds without identifiers. */
export function defaultAttribute(kind: Kind | undefined): string | undefined {
  return kind && Object.keys(kind.attributes)[0]
}

/**
 * What AWS knows this element by: the existing resource's identifier, else what follows from the drawing, else
 * undefined.
 */
export function identifierOf(
  element: Element,
  attribute: string | undefined,
  design: Meaningful,
): string | undefined {
  const kind = kindOf(element.kind)
  const name = attribute ?? defaultAttribute(kind) ?? Object.keys(element.existing ?? {})[0]
  if (name === undefined) return undefined
  return element.existing?.[name] ?? kind?.attributes[name]?.derive?.(element, design)
}

/** The name in the spec as it is written there, references and placeholders included. */
export function writtenName(element: Element): string | undefined {
  const pointer = kindOf(element.kind)?.name
  const name = pointer === undefined ? undefined : valueAt(element.spec, pointer)
  return typeof name === 'string' && name !== '' ? name : undefined
}

/** The name people see: from the spec, else the label, else the identifier it has in AWS, else its id. */
export function displayName(id: string, element: Element): string {
  return writtenName(element) ?? element.label ?? Object.values(element.existing ?? {})[0] ?? id
}
