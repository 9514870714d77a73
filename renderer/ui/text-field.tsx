import { TextField as AriaTextField, Input, TextArea } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldProps } from './field'
import { HelpTooltip } from './tooltip'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly placeholder?: string | undefined
  /** Behind the input: `MiB`. */
  readonly unit?: string | undefined
  /** For identifiers, images, ARNs. */
  readonly mono?: boolean
  readonly multiline?: boolean
  readonly inputMode?: 'numeric' | 'decimal'
  readonly autoFocus?: boolean
  /** What is wrong with a value, said when the field is left or its form is sent; null where nothing is. */
  readonly validate?: (value: string) => string | null
}

/** One text. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, placeholder, unit, mono, multiline, inputMode, autoFocus, help } = props
  return (
    <AriaTextField
      className="ui-field"
      value={value}
      onChange={onChange}
      {...(onBlur ? { onBlur } : {})}
      {...(props.validate
        ? { validate: props.validate }
        : { isInvalid: props.error !== undefined || props.invalid === true })}
      {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
      {...(inputMode ? { inputMode } : {})}
      autoFocus={autoFocus ?? false}
      autoComplete="off"
      spellCheck="false"
    >
      <FieldLabel {...props} />
      <div className="ui-input" data-mono={mono || undefined}>
        <HelpTooltip text={help}>
          {/* Focusable hands its listeners to the element; both are elements of react-aria-components. */}
          {multiline ? (
            <TextArea rows={4} placeholder={placeholder ?? ''} />
          ) : (
            <Input placeholder={placeholder ?? ''} />
          )}
        </HelpTooltip>
        {unit && <span className="ui-input-unit">{unit}</span>}
      </div>
      <FieldFoot {...props} />
    </AriaTextField>
  )
}
