/** Imports task definitions without loss. */

import { quote } from '../basics/quote'
import { ok } from '../basics/result'
import { isPlaceholder } from '../elements/parts/placeholders'
import { say } from '../texts/text'
import { baseName } from './base-name'
import type { Collector } from './collect/collector'
import { parseArn } from './collect/named'
import { addConfigured } from './collect/resources'
import { defineImport } from './format'
import { holdsTaskDefinitions, readDocuments, type TaskDocument } from './task-definition/documents'

export const taskDefinitionImport = defineImport({
  id: 'task-definition',
  title: 'ECS task definition',
  recognises: holdsTaskDefinitions,
  read: (collector, files) => {
    const documents: TaskDocument[] = []
    for (const file of files) {
      const read = readDocuments(file)
      if (!read.ok) return read
      documents.push(...read.value.documents)
      collector.notes.push(...read.value.notes)
    }
    for (const document of documents) addTaskDefinition(collector, document)
    const [only] = documents
    if (only && documents.length === 1) collector.names.push(nameOf(only))
    return ok(undefined)
  },
})

/** Adds a task definition, whichever file it stands in. Services name it by its family. */
export function addTaskDefinition(collector: Collector, document: TaskDocument): string {
  const { file, pointer, shape, arn, body } = document
  const family = familyOf(document)
  const where = arn === undefined ? undefined : parseArn(arn)
  if (where) collector.hints.push({ region: where.region, account: where.account, rank: 0 })
  return addConfigured(collector, {
    kind: 'task-definition',
    called: taskName(nameOf(document)),
    ...(family === undefined ? {} : { identities: [family] }),
    body,
    origin: { file, pointer, within: partInFile(document) },
    rest: {
      ...(family === undefined ? { label: baseName(file) } : {}),
      // A loose member: the export reads it to give a bare container list back as one.
      ...(shape === undefined ? {} : { imported: { shape } }),
    },
    said:
      family === undefined
        ? 'The task definition became an element.'
        : say`Task definition ${quote(family)} became an element.`,
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
