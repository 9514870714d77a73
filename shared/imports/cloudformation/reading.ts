/** What the reading of a template knows and collects. */

import type { ElementMark, PartMark } from '../../aws/cloudformation/marks'
import { type Segment, toPointer } from '../../basics/json'
import type { MutableSpec } from '../../elements/kind'
import type { Text } from '../../texts/text'
import { type Collector, note } from '../collect/collector'
import type { NoteKind } from '../report'
import type { Scope } from './scope'
import type { Template, TemplateResource } from './template'

export interface Reading {
  readonly collector: Collector
  readonly template: Template
  readonly scope: Scope
  /** By logical id. */
  readonly resources: ReadonlyMap<string, TemplateResource>
  /** Resources that became an element or a part of one. */
  readonly done: Set<string>
  readonly marks: Map<string, MutableMark>
  /** Elements by kind and the name that the template gives them, as a text of the design. */
  readonly named: ReadonlyMap<string, string>
  /** Parameters that stand in the place of secrets. */
  readonly parameters: Record<string, unknown>
  /** Elements that parameters stand for. */
  readonly given: { readonly id: string; readonly kind: string }[]
  /** Where listeners stand, by logical id. */
  readonly listeners: Map<string, { readonly id: string; readonly index: number }>
}

export interface MutableMark extends Omit<ElementMark, 'parts'> {
  logicalId?: string
  attributes?: Readonly<Record<string, unknown>>
  parts?: Record<string, PartMark[]>
  type?: string
  properties?: Readonly<Record<string, unknown>>
}

/** Where in the file a place in a resource's properties is. */
export function inFile({ template }: Reading, logicalId: string, place = ''): string {
  return `${template.pointer}/Resources${toPointer([logicalId])}${place}`
}

/** Says what became of a place of a resource. */
export function noteOn(
  reading: Reading,
  kind: NoteKind,
  code: string,
  { logicalId }: TemplateResource,
  path: readonly Segment[],
  text: Text,
  element?: string,
): void {
  const pointer = inFile(reading, logicalId, toPointer(path))
  note(reading.collector, kind, code, { file: reading.template.file, pointer }, text, element)
}

/** The spec of an element, to be filled. */
export function specOf(reading: Reading, id: string): MutableSpec {
  return reading.collector.elements[id]?.spec ?? {}
}

/** The kind of an element that this template became. */
export function kindOfId(reading: Reading, id: string): string {
  return reading.collector.elements[id]?.kind ?? ''
}

/** Remembers that a resource became a part of an element, under which name. */
export function markPart(
  reading: Reading,
  id: string,
  resource: TemplateResource,
  rest: Pick<PartMark, 'of' | 'properties'> = {},
): PartMark {
  const { logicalId, type, attributes } = resource
  const mark = reading.marks.get(id) ?? {}
  reading.marks.set(id, mark)
  const part: PartMark = { logicalId, ...(Object.keys(attributes).length > 0 ? { attributes } : {}), ...rest }
  mark.parts = { ...mark.parts, [type]: [...(mark.parts?.[type] ?? []), part] }
  reading.done.add(logicalId)
  return part
}
