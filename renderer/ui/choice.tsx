import './choice.css'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { FieldLabel } from './field'
import { MenuArrowIcon } from './icons'

export interface ChoiceProps<Id extends string> {
  readonly label: string
  readonly value: Id
  readonly onChange: (id: Id) => void
  readonly options: readonly { readonly id: Id; readonly label: string }[]
}

/** One of a few, and nothing else. */
export function Choice<Id extends string>({ label, value, onChange, options }: ChoiceProps<Id>) {
  return (
    <Select
      className="ui-field"
      selectedKey={value}
      onSelectionChange={(key) => onChange(options.find(({ id }) => id === key)?.id ?? value)}
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
