/** A template as it is read: its sections, its resources, and what it was called. */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import type { SourceFile } from '../format'
import { documentsIn } from '../reading/documents'

export interface TemplateResource {
  readonly logicalId: string
  readonly type: string
  readonly properties: Readonly<Record<string, unknown>>
  /** Everything but type and properties: `DependsOn`, `Condition`, `DeletionPolicy`, … */
  readonly attributes: Readonly<Record<string, unknown>>
  readonly written: Readonly<Record<string, unknown>>
}

export interface Template {
  readonly file: string
  /** JSON pointer of the template in its file. */
  readonly pointer: string
  readonly resources: readonly TemplateResource[]
  /** All sections but the resources. */
  readonly sections: Readonly<Record<string, unknown>>
  readonly value: Readonly<Record<string, unknown>>
}

/** The template that a file holds, if it is one. */
export function templateIn(file: SourceFile): Template | undefined {
  const [document, ...others] = documentsIn(file)
  if (!document || others.length > 0 || !isTemplate(document.value)) return undefined
  const { Resources, ...sections } = document.value
  const resources = Object.entries(isObject(Resources) ? Resources : {}).flatMap(([logicalId, written]) => {
    const resource = resourceOf(logicalId, written)
    return resource ? [resource] : []
  })
  return { file: file.name, pointer: document.pointer, resources, sections, value: document.value }
}

/** Resources tell; a template without any is one by its version only. */
function isTemplate(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false
  if (typeof value.AWSTemplateFormatVersion === 'string' || isDate(value.AWSTemplateFormatVersion))
    return true
  if (!isObject(value.Resources)) return false
  return Object.values(value.Resources).some(
    (resource) => isObject(resource) && typeof resource.Type === 'string' && resource.Type.includes('::'),
  )
}

function isDate(value: unknown): boolean {
  return value !== undefined && value !== null && toText(value).startsWith('2010-09-09')
}

function resourceOf(logicalId: string, written: unknown): TemplateResource | undefined {
  if (!isObject(written) || typeof written.Type !== 'string') return undefined
  const { Type, Properties, ...attributes } = written
  if (Properties !== undefined && Properties !== null && !isObject(Properties)) return undefined
  return { logicalId, type: Type, properties: isObject(Properties) ? Properties : {}, attributes, written }
}
