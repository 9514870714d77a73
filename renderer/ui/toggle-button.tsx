import './toggle-button.css'
import {
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components'

export type ToggleButtonProps = Omit<AriaToggleButtonProps, 'className' | 'style'>

/** A small button that stays in. */
export function ToggleButton(props: ToggleButtonProps) {
  return <AriaToggleButton {...props} className="ui-toggle-button" />
}
