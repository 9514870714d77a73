/** What the controls of a field have in common. */
import { t } from '../strings/strings'
import { useNotes } from './field-notes'
import type { ScalarField as Scalar } from './form-model'
import type { Binding, WhenEmpty } from './form-scope'

export interface ScalarFieldProps {
  readonly field: Scalar
  readonly pointer: string
  /** In a line of a list the heading above says what it is. */
  readonly inLine?: boolean
  readonly whenEmpty?: WhenEmpty
  readonly autoFocus?: boolean
}

export interface ControlProps extends ScalarFieldProps {
  readonly binding: Binding
}

/** What all controls of a field have in common. */
export function useFieldProps({ field, pointer, inLine }: ScalarFieldProps) {
  const notes = useNotes(pointer)
  return {
    label: field.label,
    hideLabel: inLine ?? false,
    ...(field.help === undefined ? {} : { help: field.help }),
    invalid: notes.invalid,
    describedBy: notes.has ? notes.id : undefined,
    placeholder: inLine
      ? field.label
      : field.default === undefined
        ? ''
        : t('inspector.default', { value: field.default }),
    unit: field.unit,
  }
}
