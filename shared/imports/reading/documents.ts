/** What JSON or YAML a file holds. Read once for all formats, which each ask whether it is theirs. */
import { limits } from '../../basics/limits'
import { memo } from '../../basics/memo'
import { fail, ok, type Result } from '../../basics/result'
import { parseJson } from '../../design/serialize'
import type { Collector } from '../collect/collector'
import { longList } from '../finish'
import type { SourceFile } from '../format'
import type { ImportNote } from '../report'
import { duplicateMembers } from './duplicates'
import { parseYaml } from './yaml'

/** One document of a file; only YAML has several. */
export interface Document {
  readonly file: string
  /** JSON pointer of the document in its file: empty, or its number where there are several. */
  readonly pointer: string
  readonly value: unknown
}

export interface Documents {
  readonly syntax: 'json' | 'yaml'
  readonly documents: readonly Document[]
  /** What reading alone has lost, such as a key that stands twice. */
  readonly notes: readonly ImportNote[]
}

/**
 * The documents of a file, remembered for as long as the file object lives. Text that begins with a bracket is JSON, all
 * other text YAML; a failure says what is wrong with it, and where.
 */
export const documentsOf: (file: SourceFile) => Result<Documents> = memo((file: SourceFile) =>
  /^\uFEFF?\s*[[{]/.test(file.text) ? jsonOf(file) : yamlOf(file),
)

/** The documents of a file, or none where it can't be read: for asking what a file is. */
export function documentsIn(file: SourceFile): readonly Document[] {
  const read = documentsOf(file)
  return read.ok ? read.value.documents : []
}

/** Is the file made of such documents alone? */
export function holdsOnly(file: SourceFile, is: (document: Document) => boolean): boolean {
  const documents = documentsIn(file)
  return documents.length > 0 && documents.every(is)
}

/** Goes through all documents, and passes on what reading alone has lost; the first file that can't be read ends it. */
export function eachDocument(
  collector: Collector,
  files: readonly SourceFile[],
  visit: (document: Document) => void,
): Result<void> {
  for (const file of files) {
    const read = documentsOf(file)
    if (!read.ok) return read
    collector.notes.push(...read.value.notes)
    for (const document of read.value.documents) visit(document)
  }
  return ok(undefined)
}

function jsonOf({ name, text }: SourceFile): Result<Documents> {
  const json = parseJson(text, name, limits.importedJsonBytes)
  if (!json.ok) return json
  const long = longList(json.value, name)
  if (long) return fail(long)
  const documents = [{ file: name, pointer: '', value: json.value }]
  return ok({ syntax: 'json', documents, notes: duplicateMembers(text, name) })
}

function yamlOf({ name, text }: SourceFile): Result<Documents> {
  const yaml = parseYaml(text, name)
  if (!yaml.ok) return yaml
  const { values, notes } = yaml.value
  for (const value of values) {
    const long = longList(value, name)
    if (long) return fail(long)
  }
  const pointer = (index: number) => (values.length > 1 ? `/${index}` : '')
  const documents = values.map((value, index) => ({ file: name, pointer: pointer(index), value }))
  return ok({ syntax: 'yaml', documents, notes })
}
