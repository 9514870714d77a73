import type { ReactNode } from 'react'
import { Focusable } from 'react-aria-components'
import { useApp } from '../app-context'
import { titleOf, usableNow } from '../commands/command'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'
import { Tooltip } from '../ui/tooltip'

interface Props {
  readonly id: string
  readonly icon?: ReactNode
  /** Shown beside or instead of the icon; without it the command's title is the accessible name. */
  readonly label?: string
  readonly pending?: boolean
}

/**
 * A button that runs a command, with its title and shortcut as the tooltip. One that can't be used still takes the
 * pointer and the focus, or its tooltip could not say why.
 */
export function CommandButton({ id, icon, label, pending = false }: Props) {
  const app = useApp()
  const shown = command(id)
  const title = titleOf(shown, app)
  const usable = usableNow(shown, app)
  const reason = usable === true ? undefined : usable
  const idle = reason !== undefined || pending
  return (
    <Tooltip text={title} shortcut={shownKey(app, shown)} reason={reason}>
      <Focusable>
        <button
          type="button"
          className={label === undefined ? 'bar-button bar-button-icon' : 'bar-button'}
          aria-label={label ?? title}
          aria-disabled={reason === undefined ? undefined : true}
          data-pending={pending || undefined}
          onClick={() => {
            if (!idle) void shown.run(app)
          }}
        >
          {icon}
          {label}
        </button>
      </Focusable>
    </Tooltip>
  )
}
