/** Imports templates of CloudFormation and SAM: references become lines, and what is not drawn is kept as it was written. */
import { isObject, sameJson, toPointer } from '../basics/json'
import { quote } from '../basics/quote'
import { fail, ok } from '../basics/result'
import { say } from '../texts/text'
import { baseName } from './base-name'
import { readTemplate } from './cloudformation/read'
import { templateIn } from './cloudformation/template'
import { tidyMarks } from './cloudformation/tidy'
import { note } from './collect/collector'
import { defineImport } from './format'
import { notRecognised } from './unrecognised'

export const cloudFormationImport = defineImport({
  id: 'cloudformation',
  title: 'CloudFormation template',
  recognises: (file) => templateIn(file) !== undefined,
  read: (collector, files) => {
    for (const file of files) {
      const template = templateIn(file)
      if (!template) return fail(notRecognised(file))
      const kept = readTemplate(collector, template)
      const imported = isObject(collector.members.imported) ? collector.members.imported : {}
      const before = isObject(imported.cloudFormation) ? imported.cloudFormation : {}
      const cloudFormation = mergedStack(before, kept, (path) => {
        const text = say`Another template has ${quote(path.at(-1) ?? '')}, too; the one of the first counts.`
        note(collector, 'dropped', 'same-name', { file: file.name, pointer: toPointer(path) }, text)
      })
      collector.members.imported = { ...imported, cloudFormation }
      collector.names.push(baseName(file.name))
      if (files.length === 1) tidyMarks(collector, template)
    }
    return ok(undefined)
  },
})

/** Several templates become one stack: what both have under one name is the first one's. */
function mergedStack(
  before: Readonly<Record<string, unknown>>,
  added: Readonly<Record<string, unknown>>,
  leftOut: (path: readonly string[]) => void,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...before }
  for (const [section, value] of Object.entries(added)) {
    const old = merged[section]
    if (isObject(old) && isObject(value)) {
      for (const [name, item] of Object.entries(value)) {
        if (Object.hasOwn(old, name) && !sameJson(old[name], item)) leftOut([section, name])
      }
      merged[section] = { ...value, ...old }
    } else {
      if (old !== undefined && !sameJson(old, value)) leftOut([section])
      merged[section] = old ?? value
    }
  }
  return merged
}
