import { isObject } from '../basics/json'
import type { Failure } from '../basics/result'
import type { SourceFile } from './format'
import { noFormat } from './looks-like'
import { documentsOf } from './reading/documents'

/** What to say about a file that no format recognises: why it can't be read, or what it seems to be. */
export function notRecognised(file: SourceFile): Failure {
  const read = documentsOf(file)
  if (!read.ok) return read.error
  const values = read.value.documents.map(({ value }) => value)
  const value = values.find((document) => isObject(document) || Array.isArray(document)) ?? values[0]
  return { code: 'not-recognised', file: file.name, ...noFormat(value) }
}
