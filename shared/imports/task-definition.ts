/**
 * Imports task definitions without loss: the JSON stays what it is, except that texts which name an image repository,
 * role, secret, log group or file system become references to elements that know the written text as their identifier.
 */
import { toPointer, valueAt } from '../basics/json'
import { masked } from '../basics/masked'
import { quote } from '../basics/quote'
import { ok } from '../basics/result'
import { type Design, type Element, emptyDesign, type Spec } from '../design/design'
import { escapeText, mapStrings } from '../design/references'
import { isPlaceholder } from '../elements/parts/placeholders'
import { say } from '../texts/text'
import { defineImport, type Origin, placeInFile, type SourceFile } from './format'
import { add, type Collector, newCollector, reference, whereabouts } from './task-definition/collector'
import { readDocuments, type TaskDocument } from './task-definition/documents'
import { parseArn } from './task-definition/named'
import { observe } from './task-definition/observations'
import { readerAt } from './task-definition/places'

export const taskDefinitionImport = defineImport({
  id: 'task-definition',
  title: 'ECS task definition',
  recognises: (file) => readDocuments(file).ok,
  import: (files, options = {}) => {
    const collector = newCollector()
    const documents: TaskDocument[] = []
    for (const file of files) {
      const read = readDocuments(file)
      if (!read.ok) return read
      documents.push(...read.value.documents)
      collector.notes.push(...read.value.notes)
    }
    for (const document of documents) addTaskDefinition(collector, document)
    const design: Design = {
      ...emptyDesign(options.name ?? designName(documents, files)),
      ...whereabouts(collector),
      elements: collector.elements,
    }
    return ok({
      design,
      report: { format: 'task-definition', notes: collector.notes, origins: collector.origins },
    })
  },
})

function addTaskDefinition(collector: Collector, document: TaskDocument): void {
  const { file, pointer, shape, arn } = document
  const family = familyOf(document)
  const where = arn === undefined ? undefined : parseArn(arn)
  if (where) collector.hints.push({ region: where.region, account: where.account, rank: 0 })
  const element: Element = {
    kind: 'task-definition',
    ...(family === undefined ? { label: baseName(file) } : {}),
    spec: {},
    // A loose member: the export reads it to give a bare container list back as one.
    ...(shape === undefined ? {} : { imported: { shape } }),
  }
  const id = add(collector, taskName(nameOf(document)), element)
  const text =
    family === undefined
      ? 'The task definition became an element.'
      : say`Task definition ${quote(family)} became an element.`
  collector.notes.push({ kind: 'mapped', code: 'task-definition', file, pointer, text, element: id })
  const origin: Origin = { file, pointer, within: partInFile(document) }
  collector.origins[id] = origin
  const spec = withReferences(collector, document.body, id, origin)
  collector.elements[id] = { ...element, spec }
  for (const { code, pointer: at, text } of observe(spec)) {
    collector.notes.push({ kind: 'kept', code, file, pointer: placeInFile(origin, at), text, element: id })
  }
}

function withReferences(collector: Collector, body: Spec, id: string, origin: Origin): Spec {
  const { file } = origin
  return mapStrings(body, (text, path) => {
    const place = toPointer(path)
    const reader = text === '' ? undefined : readerAt(place)
    if (!reader) return escapeText(text)
    const sibling = (name: string) => valueAt(body, toPointer([...path.slice(0, -1), name]))
    const resource = reader(text, sibling)
    const pointer = placeInFile(origin, place)
    if (resource) return reference(collector, resource, { file, pointer })
    const said = say`${quote(text)} stays text, because it does not tell which resource it names.`
    // Where the name of a secret belongs, some have written the secret; a placeholder is none.
    const what = isPlaceholder(text) ? said : masked({ pointer: place, what: said, mend: '' }).what
    collector.notes.push({ kind: 'kept', code: 'unresolved-name', file, pointer, text: what, element: id })
    return escapeText(text)
  })
}

/** The part of the spec that the file holds: all of it, its containers, or its only container. */
function partInFile({ shape }: TaskDocument): string {
  if (shape === undefined) return ''
  return shape === 'containers' ? '/containerDefinitions' : '/containerDefinitions/0'
}

function familyOf({ body }: TaskDocument): string | undefined {
  return typeof body.family === 'string' && body.family !== '' ? body.family : undefined
}

/** The family, or the file's name where the family is still a placeholder or missing. */
function nameOf(document: TaskDocument): string {
  const family = familyOf(document)
  return family === undefined || isPlaceholder(family) ? baseName(document.file) : family
}

/** `orders` is also a good name for its repository and its cluster, so the id says what it is. */
function taskName(name: string): string {
  return /(?:task|task-?def(?:inition)?|td)$/i.test(name) ? name : `${name} task`
}

function designName(documents: readonly TaskDocument[], files: readonly SourceFile[]): string {
  const [first] = documents
  if (documents.length === 1 && first) return nameOf(first)
  const names = files.map((file) => baseName(file.name))
  return names.length > 1 ? `${names[0]} and ${names.length - 1} more` : (names[0] ?? 'Task definitions')
}

/** A file's name without folders and ending. */
function baseName(file: string): string {
  return file.replace(/^.*[\\/]/, '').replace(/(?<=.)\.json$/i, '') || 'Task definition'
}
