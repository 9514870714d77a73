/** What the controls of a field have in common. */
import { FieldTalk } from '../review/fields/field-talk'
import { t } from '../strings/strings'
import { useNotes } from './field-notes'
import { defaultOf, helpOf, labelOf, unitOf } from './field-words'
import type { ScalarField as Scalar } from './form-model'
import type { Binding, WhenEmpty } from './form-scope'
import { MIXED } from './spec-state'

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
export function useFieldProps({ field, pointer, inLine, binding }: ControlProps) {
  const notes = useNotes(pointer)
  const help = helpOf(field)
  const label = labelOf(field)
  return {
    label,
    hideLabel: inLine ?? false,
    // Of a line of a list the line has it.
    action: inLine ? undefined : <FieldTalk pointer={pointer} label={label} />,
    ...(help === undefined ? {} : { help }),
    invalid: notes.invalid,
    describedBy: notes.has ? notes.id : undefined,
    placeholder: binding.value === MIXED ? t('inspector.mixed') : hint(field, inLine ? label : ''),
    unit: unitOf(field),
  }
}

function hint(field: Scalar, label: string): string {
  const value = defaultOf(field)
  return label !== '' || value === undefined ? label : t('inspector.default', { value })
}
