/** Exports a design as an AWS CDK app in TypeScript: one stack of typed constructs, and what it takes to start it. */
import { logicalIdOf } from '../aws/cloudformation/logical-ids'
import { slug } from '../basics/slug'
import { appCode, projectFiles } from './cdk/project'
import { stackCode } from './cdk/stack-code'
import { isEmptyStack, nothingIn } from './cloudformation/empty'
import { stackOf } from './cloudformation/stack'
import { defineExport } from './format'

export const cdkExport = defineExport({
  id: 'cdk',
  title: 'AWS CDK (TypeScript)',
  category: 'infrastructure',
  fileNames: '<design>-stack.ts, app.ts, package.json, …',
  export: (design) => {
    const stack = stackOf(design)
    if (isEmptyStack(stack)) return nothingIn(stack)
    const name = slug(design.name, 'design')
    const className = `${logicalIdOf(name)}Stack`
    const file = `${name}-stack`
    return {
      files: [
        { name: `${file}.ts`, content: stackCode(stack, className) },
        { name: 'app.ts', content: appCode(design, className, file) },
        ...projectFiles(name),
      ],
      notes: stack.notes.map(({ pointer: _, ...note }) => note),
    }
  },
})
