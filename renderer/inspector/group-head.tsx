import type { ReactNode } from 'react'
import { FieldTalk } from '../review/fields/field-talk'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { CloseIcon } from '../ui/icons'

interface GroupHeadProps {
  readonly label: string
  readonly pointer: string
  readonly children?: ReactNode
}

/** The line above a group or list: its name, and what can be done with it. */
export function GroupHead({ label, pointer, children }: GroupHeadProps) {
  return (
    <header className="inspector-group-head">
      <span className="inspector-group-label">{label}</span>
      <span className="field-actions">
        <FieldTalk pointer={pointer} label={label} />
        {children}
      </span>
    </header>
  )
}

/** The button at the end of a line. */
export function RemoveLine({ what, remove }: { readonly what: string; readonly remove: () => void }) {
  return (
    <IconButton icon={<CloseIcon size={14} />} label={t('inspector.remove', { what })} onPress={remove} />
  )
}
