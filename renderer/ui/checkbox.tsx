import './checkbox.css'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'

interface Props {
  readonly isSelected: boolean
  readonly onChange: (selected: boolean) => void
  readonly children: ReactNode
}

/** A box to tick, with its words beside it. */
export function Checkbox({ isSelected, onChange, children }: Props) {
  return (
    <CheckboxField isSelected={isSelected} onChange={onChange}>
      <CheckboxButton className="ui-checkbox">
        <span className="ui-checkbox-box">
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2.5 6.5 5 9l4.5-5.5" />
          </svg>
        </span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  )
}
