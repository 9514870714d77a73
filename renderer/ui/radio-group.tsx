import './radio-group.css'
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components'
import { FieldLabel } from './field'

export interface RadioGroupProps {
  readonly label: string
  readonly value: string
  readonly onChange: (id: string) => void
  readonly options: readonly {
    readonly id: string
    readonly label: string
    /** A line below it, in small letters. */
    readonly detail?: string
  }[]
}

/** One of a few that are all worth seeing. */
export function RadioGroup({ label, value, onChange, options }: RadioGroupProps) {
  return (
    <AriaRadioGroup className="ui-field ui-radio-group" value={value} onChange={onChange}>
      <FieldLabel label={label} />
      {options.map(({ id, label: text, detail }) => (
        <Radio key={id} value={id} className="ui-radio">
          <span className="ui-radio-dot" aria-hidden="true" />
          <span className="ui-radio-text">
            {text}
            {detail !== undefined && <small>{detail}</small>}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  )
}
