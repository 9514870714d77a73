/** What a template's import keeps beside specs, so that the export gives it back. */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import type { Design, Element } from '../../design/design'

/** Of one resource: the name that it has in the template, and its attributes, such as `DependsOn`. */
export interface ResourceMark {
  readonly logicalId?: string
  readonly attributes?: Readonly<Record<string, unknown>>
  /** Properties that the export would write, and the template did not have. */
  readonly without?: readonly string[]
  /** What the element's spec has no place for. */
  readonly properties?: Readonly<Record<string, unknown>>
}

/** Of a part that stood as a resource of its own, although its element could hold it. */
export interface PartMark extends ResourceMark {
  /** What is in the element's spec for it: a rule, the name of a policy. */
  readonly of?: unknown
}

/** An element's loose member `imported.cloudFormation`. */
export interface ElementMark extends ResourceMark {
  /** By type, in the order of the spec. */
  readonly parts?: Readonly<Record<string, readonly PartMark[]>>
  /** Of elements that no call makes: the type of the resource. */
  readonly type?: string
}

/** The design's loose member `imported.cloudFormation`: all sections, and the resources that are no elements. */
export type StackMark = Readonly<Record<string, unknown>>

/** What the import of a template has left on a design or on an element. */
export function markOf(of: Design | Element | undefined): Record<string, unknown> {
  const imported = of?.imported
  const mark = isObject(imported) ? imported.cloudFormation : undefined
  return isObject(mark) ? mark : {}
}

/** Has the import of a template left a mark? */
export function hasMark(of: Design | Element): boolean {
  return isObject(of.imported) && isObject(of.imported.cloudFormation)
}

/** The mark of an element, as far as it has the shape of one. */
export function elementMark(element: Element | undefined): ElementMark {
  const { logicalId, attributes, parts, type, properties, without } = markOf(element)
  return {
    ...(typeof logicalId === 'string' ? { logicalId } : {}),
    ...(isObject(attributes) ? { attributes } : {}),
    ...(Array.isArray(without) ? { without: without.map(toText) } : {}),
    ...(isObject(parts) ? { parts: partsOf(parts) } : {}),
    ...(typeof type === 'string' ? { type } : {}),
    ...(isObject(properties) ? { properties } : {}),
  }
}

function partsOf(parts: Record<string, unknown>): Record<string, readonly PartMark[]> {
  const lists = Object.entries(parts).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
  return Object.fromEntries(
    lists.map(([type, marks]) => [type, marks.map((mark) => (isObject(mark) ? (mark as PartMark) : {}))]),
  )
}
