import './combo-box.css'
import type { ReactNode } from 'react'
import { ComboBox as AriaComboBox, Button, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { t } from '../strings/strings'
import { FieldFoot, FieldLabel, type FieldProps } from './field'
import { MenuArrowIcon } from './icons'
import { HelpTooltip } from './tooltip'

export interface Option {
  readonly id: string
  readonly label: string
  /** Small, behind the label. */
  readonly detail?: string
  readonly icon?: ReactNode
  /** Why it can't be chosen: shown below it. */
  readonly refused?: string
}

export interface ComboBoxProps extends FieldProps {
  readonly value: string
  /** Every text is allowed; the options are what is usual. */
  readonly onChange: (value: string) => void
  /** An option was chosen. Without it `onChange` gets the option's label. */
  readonly onChoose?: (option: Option) => void
  readonly onBlur?: () => void
  /** The field gets the focus: time for options that are costly to know. */
  readonly onFocus?: () => void
  readonly options: readonly Option[]
  /** Below the list: why it is as short as it is. */
  readonly listNote?: string | undefined
  /** The list opens: time for options that are costly to know. */
  readonly onOpen?: () => void
  readonly placeholder?: string | undefined
  readonly unit?: string | undefined
  readonly mono?: boolean
}

/** A text with suggestions. */
export function ComboBox(props: ComboBoxProps) {
  const {
    value,
    onChange,
    onChoose,
    onBlur,
    onFocus,
    onOpen,
    options,
    listNote,
    placeholder,
    unit,
    mono,
    help,
  } = props
  const choose = (id: React.Key | null) => {
    const option = options.find((o) => o.id === id)
    if (!option) return
    if (onChoose) onChoose(option)
    else onChange(option.label)
  }
  return (
    <AriaComboBox
      className="ui-field"
      allowsCustomValue
      inputValue={value}
      onInputChange={(text) => {
        // The library also reports texts that it has set itself, when an option was chosen.
        if (text !== value && !(onChoose && options.some((o) => o.label === text))) onChange(text)
      }}
      // With a selection of its own the list closes when something is chosen; without, it would open again.
      selectedKey={onChoose ? null : (options.find((o) => o.label === value)?.id ?? null)}
      onSelectionChange={choose}
      menuTrigger="input"
      onOpenChange={(open) => open && onOpen?.()}
      disabledKeys={options.filter(({ refused }) => refused !== undefined).map(({ id }) => id)}
      {...(onBlur ? { onBlur } : {})}
      {...(onFocus ? { onFocus } : {})}
      isInvalid={props.error !== undefined || props.invalid === true}
      {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
    >
      <FieldLabel {...props} />
      <div className="ui-input" data-mono={mono || undefined}>
        <HelpTooltip text={help}>
          <Input placeholder={placeholder ?? ''} spellCheck="false" />
        </HelpTooltip>
        {unit && <span className="ui-input-unit">{unit}</span>}
        <Button className="ui-input-button" aria-label={t('ui.suggestions', { field: props.label })}>
          <MenuArrowIcon size={14} />
        </Button>
      </div>
      <FieldFoot {...props} />
      <Popover className="ui-popover ui-combo-box-list" offset={4} maxHeight={400}>
        <ListBox items={options} className="ui-options">
          {(option: Option) => (
            <ListBoxItem className="ui-option" textValue={option.label}>
              {option.icon}
              <span className="ui-option-label" data-mono={mono || undefined}>
                {option.label}
              </span>
              {option.detail && <span className="ui-option-detail">{option.detail}</span>}
              {option.refused !== undefined && <span className="ui-option-refused">{option.refused}</span>}
            </ListBoxItem>
          )}
        </ListBox>
        {listNote !== undefined && <p className="ui-combo-box-note">{listNote}</p>}
      </Popover>
    </AriaComboBox>
  )
}
