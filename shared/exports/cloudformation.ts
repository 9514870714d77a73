/** Exports a design as a CloudFormation template that deploys all of it. */

import { isEmptyStack, nothingIn } from './cloudformation/empty'
import { stackOf } from './cloudformation/stack'
import { templateOf } from './cloudformation/template'
import { written } from './cloudformation/write'
import { fileNames } from './file-names'
import { defineExport } from './format'

export const cloudFormationExport = defineExport({
  id: 'cloudformation',
  title: 'CloudFormation template',
  category: 'infrastructure',
  fileNames: '<design>.yaml',
  export: (design) => {
    const stack = stackOf(design)
    if (isEmptyStack(stack)) return nothingIn(stack)
    const name = fileNames()(design.name, '.yaml')
    const notes = stack.notes.map((note) => (note.pointer === undefined ? note : { ...note, file: name }))
    return { files: [{ name, content: written(templateOf(stack)) }], notes }
  },
})
