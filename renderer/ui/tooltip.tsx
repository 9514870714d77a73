import './tooltip.css'
import type { ReactElement, ReactNode } from 'react'
import { Tooltip as Bubble, Focusable, TooltipTrigger } from 'react-aria-components'

type Side = 'top' | 'bottom' | 'left' | 'right'

export interface TooltipProps {
  readonly text: ReactNode
  /** The key that does the same. */
  readonly shortcut?: string | undefined
  /** Why it can't be used now, on a second line. */
  readonly reason?: string | undefined
  /** One button of ours or of react-aria-components. */
  readonly children: ReactElement
  readonly side?: Side
}

/** A few words at a button, on hover and on keyboard focus. */
export function Tooltip({ text, shortcut, reason, children, side = 'bottom' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Bubble className="ui-tooltip" placement={side} offset={6}>
        {text}
        {shortcut !== undefined && <kbd>{shortcut}</kbd>}
        {reason !== undefined && <span className="ui-tooltip-reason">{reason}</span>}
      </Bubble>
    </TooltipTrigger>
  )
}

export interface HelpTooltipProps {
  /** Absent: only the child. */
  readonly text?: ReactNode
  /** Something that takes the focus: an input, say. */
  readonly children: ReactElement<React.DOMAttributes<Element>, string>
  readonly side?: Side
}

/** The same for a field: a sentence or two beside it, without moving anything. */
export function HelpTooltip({ text, children, side = 'left' }: HelpTooltipProps) {
  if (!text) return children
  return (
    <TooltipTrigger delay={700} closeDelay={0}>
      <Focusable>{children}</Focusable>
      <Bubble className="ui-tooltip ui-tooltip-help" placement={side} offset={20}>
        {text}
      </Bubble>
    </TooltipTrigger>
  )
}
