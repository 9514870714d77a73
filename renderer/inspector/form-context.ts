/** What every field of a form knows: the elements that it is about, and how the form shows them. */
import { createContext, type ReactNode, use } from 'react'
import type { Kind } from '../../shared/elements/kind'
import type { Field } from './form-model'

export interface FieldViewProps {
  readonly field: Field
  readonly pointer: string
}

export interface FormScope {
  /** The elements: one, or several that are changed together. */
  readonly ids: readonly string[]
  /** The first of them. */
  readonly id: string
  /** Its kind. */
  readonly kind: Kind
  /** Pointers of fields that show although they are neither set nor main. */
  readonly revealed: ReadonlySet<string>
  readonly reveal: (pointer: string) => void
  /** A place that somebody asked for: what holds it opens. */
  readonly wanted: string | undefined
  /** Opens the JSON at a pointer; absent where there is no one JSON. */
  readonly showJson: ((pointer: string) => void) | undefined
  /** Draws any field: groups and lists hold fields that are groups and lists again. */
  readonly FieldView: (props: FieldViewProps) => ReactNode
}

export const FormScopeContext = createContext<FormScope | null>(null)

export function useFormScope(): FormScope {
  const scope = use(FormScopeContext)
  if (!scope) throw new Error('A field was rendered outside a form.')
  return scope
}
