import './choice.css'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { FieldLabel } from './field'
import { MenuArrowIcon } from './icons'

export interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (id: string) => void
  readonly options: readonly { readonly id: string; readonly label: string }[]
}

/** One of a few, and nothing else. */
export function Choice({ label, value, onChange, options }: ChoiceProps) {
  return (
    <Select
      className="ui-field"
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? value : String(key))}
    >
      <FieldLabel label={label} />
      <Button className="ui-input ui-choice">
        <SelectValue className="ui-choice-value" />
        <MenuArrowIcon size={14} />
      </Button>
      <Popover className="ui-popover ui-choice-popover" offset={4}>
        <ListBox className="ui-options" items={options}>
          {(option) => (
            <ListBoxItem className="ui-option" textValue={option.label}>
              <span className="ui-option-label">{option.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
