import './icon-button.css'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Tooltip } from './tooltip'

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly icon: ReactNode
  /** Its name, and the tooltip's words. */
  readonly label: string
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
}

/** A button with a sign only; the tooltip says what it does. */
export function IconButton({ icon, label, side, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(side ? { side } : {})}>
      <AriaButton {...rest} className="ui-icon-button" aria-label={label}>
        {icon}
      </AriaButton>
    </Tooltip>
  )
}
