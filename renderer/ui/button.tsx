import './button.css'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode
  /** `primary`: the one thing to do here. `quiet`: no border until hovered. */
  readonly variant?: 'plain' | 'primary' | 'quiet'
  readonly size?: 'normal' | 'small'
  readonly icon?: ReactNode
}

/** A button with words. */
export function Button({ children, variant = 'plain', size = 'normal', icon, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className="ui-button" data-variant={variant} data-size={size}>
      {icon}
      {children}
    </AriaButton>
  )
}
