/** Finds the task definitions in a file: in whichever of the shapes that AWS and its tools write. */
import { responseMembers } from '../../aws/facts/response-members'
import { isObject, toPointer } from '../../basics/json'
import { limits } from '../../basics/limits'
import { quote } from '../../basics/quote'
import { fail, ok, type Result } from '../../basics/result'
import { byteLength, tooLarge } from '../../design/json-limits'
import { containerDefinition } from '../../elements/parts/container-definition'
import { taskDefinition } from '../../elements/task-definition'
import { say, type Text } from '../../texts/text'
import { tooMany } from '../finish'
import type { SourceFile } from '../format'
import { looksLike, noTaskDefinition } from '../looks-like'
import { documentsOf, holdsOnly } from '../reading/documents'
import type { ImportNote } from '../report'

/** The file held only this part of a task definition, and gets the same back on export. */
export type Shape = 'containers' | 'container'

export interface TaskDocument {
  readonly file: string
  /** Where the body stands in the file. */
  readonly pointer: string
  /** RegisterTaskDefinition input. */
  readonly body: Readonly<Record<string, unknown>>
  readonly shape?: Shape
  /** The read-only `taskDefinitionArn`, for what it says about Region and account. */
  readonly arn?: string
}

export interface Documents {
  readonly documents: readonly TaskDocument[]
  readonly notes: readonly ImportNote[]
}

/** Reads one file; a failure says what is wrong with the text, or what the JSON seems to be instead. */
export function readDocuments(file: SourceFile): Result<Documents> {
  const { name, text } = file
  const bytes = byteLength(text)
  if (bytes > limits.taskDefinitionBytes) {
    return fail({ ...tooLarge(bytes, limits.taskDefinitionBytes), file: name })
  }
  const read = documentsOf(file)
  if (!read.ok) return read
  const notes: ImportNote[] = [...read.value.notes]
  const documents: TaskDocument[] = []
  for (const { value, pointer } of read.value.documents) {
    const found = split(value, pointer, { file: name, notes })
    if (found === undefined) {
      return fail({ code: 'not-a-task-definition', file: name, ...noTaskDefinition(value) })
    }
    documents.push(...found)
  }
  for (const document of documents) {
    const { containerDefinitions: containers } = document.body
    if (!Array.isArray(containers) || containers.length <= limits.containers) continue
    const pointer = document.pointer + (document.shape === undefined ? '/containerDefinitions' : '')
    return fail(tooMany(containers.length, limits.containers, name, pointer))
  }
  return ok({ documents, notes })
}

/** Does the file hold task definitions, and nothing else? */
export function holdsTaskDefinitions(file: SourceFile): boolean {
  const reading = { file: file.name, notes: [] }
  return holdsOnly(file, ({ value, pointer }) => split(value, pointer, reading) !== undefined)
}

interface Reading {
  readonly file: string
  readonly notes: ImportNote[]
}

function split(value: unknown, at: string, reading: Reading): TaskDocument[] | undefined {
  if (!Array.isArray(value)) {
    const one = fromObject(value, at, reading)
    return one && [one]
  }
  const bodies = value.map((item, index) => fromObject(item, at + toPointer([index]), reading))
  const whole = bodies.filter((body) => body !== undefined)
  const isContainer = (item: unknown) => isObject(item) && hasContainerMember(item)
  if (value.some(isContainer) && whole.every((body) => body.shape === 'container')) {
    return [{ file: reading.file, pointer: at, body: { containerDefinitions: value }, shape: 'containers' }]
  }
  return whole.length > 0 && whole.length === value.length ? whole : undefined
}

function fromObject(value: unknown, pointer: string, reading: Reading): TaskDocument | undefined {
  if (!isObject(value)) return undefined
  const { file } = reading
  if (isObject(value.taskDefinition)) return described(value, value.taskDefinition, pointer, reading)
  if (isTaskDefinition(value))
    return { file, pointer, body: withoutReadOnly(value, pointer, reading), ...arnOf(value) }
  if (!hasContainerMember(value)) return undefined
  return { file, pointer, body: { containerDefinitions: [value] }, shape: 'container' }
}

/** A strong member settles it; after that another format's marks count more than a shared word such as `tags`. */
function isTaskDefinition(value: Record<string, unknown>): boolean {
  if (value.containerDefinitions !== undefined) return true
  if (value.image !== undefined || looksLike(value)) return false
  return Object.keys(value).some((key) => Object.hasOwn(taskDefinition.spec.shape, key))
}

function hasContainerMember(value: Record<string, unknown>): boolean {
  if (value.containerDefinitions !== undefined || looksLike(value)) return false
  return Object.keys(value).some((key) => key !== 'name' && Object.hasOwn(containerDefinition.shape, key))
}

/** The answer of describe or register: the body under `taskDefinition`, its tags beside it. */
function described(
  value: Record<string, unknown>,
  inner: Record<string, unknown>,
  pointer: string,
  reading: Reading,
): TaskDocument {
  const { file, notes } = reading
  const at = `${pointer}/taskDefinition`
  const drop = (where: string, text: Text) =>
    notes.push({ kind: 'dropped', code: 'wrapper', file, pointer: where, text })
  drop(at, 'The wrapper “taskDefinition” of describe-task-definition is left out; its content is imported.')
  const tags = Array.isArray(value.tags) && value.tags.length > 0 ? value.tags : undefined
  for (const key of Object.keys(value)) {
    if (key === 'taskDefinition' || (key === 'tags' && tags)) continue
    drop(
      pointer + toPointer([key]),
      say`${quote(key)} beside the task definition is no part of it and is left out.`,
    )
  }
  const body = withoutReadOnly(inner, at, reading)
  if (!tags) return { file, pointer: at, body, ...arnOf(inner) }
  const text = 'The tags beside the task definition became its own.'
  notes.push({ kind: 'mapped', code: 'tags', file, pointer: `${pointer}/tags`, text })
  const own = Array.isArray(body.tags) ? body.tags : []
  return { file, pointer: at, body: { ...body, tags: [...own, ...tags] }, ...arnOf(inner) }
}

function withoutReadOnly(
  body: Record<string, unknown>,
  pointer: string,
  { file, notes }: Reading,
): Record<string, unknown> {
  const dropped = Object.keys(body).filter((key) => responseMembers.includes(key))
  if (dropped.length === 0) return body
  for (const key of dropped) {
    const text = say`${quote(key)} is set by AWS when a task definition is registered, so it is left out.`
    notes.push({ kind: 'dropped', code: 'read-only-member', file, pointer: `${pointer}/${key}`, text })
  }
  return Object.fromEntries(Object.entries(body).filter(([key]) => !responseMembers.includes(key)))
}

function arnOf({ taskDefinitionArn }: Record<string, unknown>): Pick<TaskDocument, 'arn'> {
  return typeof taskDefinitionArn === 'string' ? { arn: taskDefinitionArn } : {}
}
