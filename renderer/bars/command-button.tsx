import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useApp } from '../app-context'
import { titleOf } from '../commands/command'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'

interface Props {
  readonly id: string
  readonly icon?: ReactNode
  /** Shown beside or instead of the icon; without it the command's title is the accessible name. */
  readonly label?: string
  readonly pending?: boolean
}

/** A button that runs a command, with its title and shortcut, or why it can't be used, as the tooltip. */
export function CommandButton({ id, icon, label, pending }: Props) {
  const app = useApp()
  const shown = command(id)
  const { when, run } = shown
  const title = titleOf(shown, app)
  const usable = when?.(app) ?? true
  const shortcut = shownKey(app, shown)
  return (
    <TooltipTrigger delay={500}>
      <Button
        className={label === undefined ? 'bar-button bar-button-icon' : 'bar-button'}
        aria-label={label ?? title}
        isDisabled={usable !== true}
        isPending={pending ?? false}
        onPress={() => void run(app)}
      >
        {icon}
        {label}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {title} {shortcut !== undefined && <kbd>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
