import './pick-list.css'
import { type ReactElement, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { t } from '../strings/strings'
import { SearchIcon } from './icons'

export interface Pick {
  readonly id: string
  readonly label: string
  readonly detail?: string
}

export interface PickListProps {
  /** The button that opens it. */
  readonly children: ReactElement
  readonly label: string
  readonly items: readonly Pick[]
  readonly onPick: (id: string) => void
}

/** A button that opens a list with a search field: for choosing one of many. */
export function PickList({ children, label, items, onPick }: PickListProps) {
  const [open, setOpen] = useState(false)
  const { contains } = useFilter({ sensitivity: 'base' })
  const pick = (id: React.Key) => {
    setOpen(false)
    onPick(String(id))
  }
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      {children}
      <Popover className="ui-popover ui-pick-list" offset={4} maxHeight={360}>
        <Dialog className="ui-pick-list-dialog" aria-label={label}>
          <Autocomplete filter={contains}>
            <SearchField className="ui-input ui-pick-list-search" aria-label={label} autoFocus>
              <SearchIcon size={14} />
              <Input placeholder={label} spellCheck="false" />
            </SearchField>
            <ListBox
              className="ui-options ui-pick-list-options"
              aria-label={label}
              items={items}
              selectionMode="none"
              onAction={pick}
              renderEmptyState={() => <div className="ui-option-none">{t('ui.nothingFound')}</div>}
            >
              {(item: Pick) => (
                <ListBoxItem className="ui-option ui-pick" textValue={`${item.label} ${item.id}`}>
                  <span className="ui-option-label">{item.label}</span>
                  {item.detail && <span className="ui-pick-detail">{item.detail}</span>}
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
