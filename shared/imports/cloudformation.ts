/** Imports templates of CloudFormation and SAM: references become lines, and what is not drawn is kept as it was written. */
import { isObject, toPointer } from '../basics/json'
import { quote } from '../basics/quote'
import { fail, ok } from '../basics/result'
import { say } from '../texts/text'
import { baseName } from './base-name'
import { readTemplate } from './cloudformation/read'
import { templateIn } from './cloudformation/template'
import { tidyMarks } from './cloudformation/tidy'
import { note } from './collect/collector'
import { defineImport } from './format'
import { joined, type MemberPath } from './merge-members'
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
      // Several templates become one stack.
      const left: MemberPath[] = []
      const cloudFormation = joined(before, kept, ['imported', 'cloudFormation'], left)
      for (const path of left) {
        const text = say`Another template has ${quote(path.at(-1) ?? '')}, too; the one of the first counts.`
        note(collector, 'dropped', 'same-name', { file: file.name, pointer: toPointer(path.slice(2)) }, text)
      }
      collector.members.imported = { ...imported, cloudFormation }
      collector.names.push(baseName(file.name))
      if (files.length === 1) tidyMarks(collector, template)
    }
    return ok(undefined)
  },
})
