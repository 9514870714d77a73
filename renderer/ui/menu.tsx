import './menu.css'
import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
  readonly run: () => void
}

export interface MenuGroup {
  readonly title?: string
  readonly entries: readonly MenuEntry[]
}

export interface MenuProps {
  /** The button that opens it. */
  readonly children: ReactElement
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly placement?: 'bottom start' | 'top end'
  /** Time for entries that are costly to know. */
  readonly onOpenChange?: (open: boolean) => void
}

/** A button with a menu of things to do. */
export function Menu({ children, label, groups, placement = 'bottom start', onOpenChange }: MenuProps) {
  const filled = groups.filter((group) => group.entries.length > 0)
  return (
    <MenuTrigger {...(onOpenChange ? { onOpenChange } : {})}>
      {children}
      <Popover className="ui-popover ui-menu" offset={4} placement={placement}>
        <AriaMenu className="ui-options" aria-label={label}>
          {filled.map((group, index) => (
            <MenuSection
              key={group.entries[0]?.id}
              {...(group.title === undefined ? { 'aria-label': label } : {})}
              className="ui-menu-group"
            >
              {index > 0 && <Separator className="ui-separator" />}
              {group.title && <Header className="ui-menu-title">{group.title}</Header>}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  className="ui-option"
                  textValue={entry.label}
                  isDisabled={entry.disabled ?? false}
                  onAction={entry.run}
                >
                  {entry.icon}
                  <span className="ui-option-label">{entry.label}</span>
                  {entry.detail && <span className="ui-option-detail">{entry.detail}</span>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
