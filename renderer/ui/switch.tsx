import './switch.css'
import { SwitchButton, SwitchField } from 'react-aria-components'
import { FieldFoot, type FieldProps } from './field'
import { HelpTooltip } from './tooltip'

export interface SwitchProps extends Omit<FieldProps, 'hideLabel'> {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  /** Small words behind the label: "default". */
  readonly note?: string | undefined
}

/** On or off. */
export function Switch(props: SwitchProps) {
  return (
    <SwitchField
      className="ui-field"
      isSelected={props.value}
      onChange={props.onChange}
      isInvalid={props.error !== undefined || props.invalid === true}
      {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
    >
      <div className="ui-switch-line">
        <HelpTooltip text={props.help}>
          <SwitchButton className="ui-switch">
            <span className="ui-switch-label">
              {props.label}
              {props.note && <span className="ui-switch-note">{props.note}</span>}
            </span>
            <span className="ui-switch-track">
              <span className="ui-switch-thumb" />
            </span>
          </SwitchButton>
        </HelpTooltip>
        {props.action && <span className="ui-switch-action">{props.action}</span>}
      </div>
      <FieldFoot {...props} />
    </SwitchField>
  )
}
