import type { Exported } from '../format'
import type { Stack } from './stack-types'

/** Is there nothing to be made, nor a template to be given back? */
export function isEmptyStack(stack: Stack): boolean {
  return stack.resources.length === 0 && !stack.isImported
}

/** No file, and why. */
export function nothingIn({ notes }: Stack): Exported {
  const text = 'The design has nothing that CloudFormation could make.'
  return { files: [], notes: [...notes, { code: 'nothing', text }] }
}
