/** Imports templates of CloudFormation and SAM: references become lines, and what is not drawn is kept as it was written. */
import { isObject } from '../basics/json'
import { fail, ok } from '../basics/result'
import { baseName } from './base-name'
import { readTemplate } from './cloudformation/read'
import { templateIn } from './cloudformation/template'
import { tidyMarks } from './cloudformation/tidy'
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
      collector.members.imported = { ...imported, cloudFormation: mergedStack(before, kept) }
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
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...before }
  for (const [section, value] of Object.entries(added)) {
    const old = merged[section]
    merged[section] = isObject(old) && isObject(value) ? { ...value, ...old } : (old ?? value)
  }
  return merged
}
