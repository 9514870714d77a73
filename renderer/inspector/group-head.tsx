import type { ReactNode } from 'react'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { CloseIcon } from '../ui/icons'

/** The line above a group or list: its name, and what can be done with it. */
export function GroupHead({ label, children }: { readonly label: string; readonly children?: ReactNode }) {
  return (
    <header className="inspector-group-head">
      <span className="inspector-group-label">{label}</span>
      {children}
    </header>
  )
}

/** The button at the end of a line. */
export function RemoveLine({ what, remove }: { readonly what: string; readonly remove: () => void }) {
  return (
    <IconButton icon={<CloseIcon size={14} />} label={t('inspector.remove', { what })} onPress={remove} />
  )
}
