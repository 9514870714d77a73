/** What all fields share: label, unit, and the line for what is wrong. */
import './field.css'
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'

export interface FieldProps {
  readonly label: string
  /** The label is read out but not shown: the heading above says it. */
  readonly hideLabel?: boolean
  /** A sentence or two; shown beside the field on hover and on keyboard focus, and read out. */
  readonly help?: string
  /** What is wrong; the field is marked. */
  readonly error?: string | undefined
  /** Marks the field where the message stands elsewhere. */
  readonly invalid?: boolean
  /** Id of an element that says more, such as a list of problems. */
  readonly describedBy?: string | undefined
  /** At the right end of the label's line. */
  readonly action?: ReactNode
}

/** The label's line. */
export function FieldLabel({ label, hideLabel, action }: Pick<FieldProps, 'label' | 'hideLabel' | 'action'>) {
  if (hideLabel) return <Label className="visually-hidden">{label}</Label>
  return (
    <div className="ui-field-head">
      <Label className="ui-field-label">{label}</Label>
      {action}
    </div>
  )
}

/** Help for ears, error for all. */
export function FieldFoot({ help, error }: Pick<FieldProps, 'help' | 'error'>) {
  return (
    <>
      {help && (
        <Text slot="description" className="visually-hidden">
          {help}
        </Text>
      )}
      <FieldError className="ui-field-error">{error}</FieldError>
    </>
  )
}
