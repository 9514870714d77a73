import { useMemo, useState } from 'react'
import { toText } from '../../shared/basics/convert'
import { referencesIn } from '../../shared/design/references'
import { hasPlaceholder } from '../../shared/elements/view'
import { graphOf } from '../../shared/graph/graph'
import { narrowedBy, type Offer, offersFor, suggestedValues } from '../../shared/rules/offers'
import { useAppState } from '../app-context'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { ComboBox, type Option } from '../ui/combo-box'
import { IconButton } from '../ui/icon-button'
import { ResetIcon } from '../ui/icons'
import { Switch } from '../ui/switch'
import { TextField } from '../ui/text-field'
import { FieldNotes, useNotes } from './field-notes'
import { type ControlProps, type ScalarFieldProps, useFieldProps } from './field-props'
import { useFormScope } from './form-context'
import { isShort, parseNumber, type ScalarField as Scalar } from './form-model'
import { useBinding } from './form-scope'
import { OtherField } from './other-field'
import { relationsAt } from './reference-choices'
import { ReferenceField } from './reference-field'
import { MIXED, sameItems, useAppStateAs } from './spec-state'
import { flushTyping } from './typing'

/** The control of one value, with what the rules say about it. */
export function ScalarField(props: ScalarFieldProps) {
  const { field, pointer } = props
  const { kind } = useFormScope()
  const binding = useBinding(field, pointer, props.whenEmpty)
  const notes = useNotes(pointer)
  const suggested = useSuggested(field, pointer)
  const { value } = binding
  if (typeof value === 'object' && value !== null) return <OtherField field={field} pointer={pointer} />
  const listed = suggested.length > 0
  const control =
    relationsAt(kind, pointer).length > 0 ? 'reference' : listed ? 'choice' : controlOf(field, value)
  const Control = CONTROLS[control]
  return (
    <div
      className="inspector-field"
      data-field={pointer}
      data-short={(!props.inLine && isShort(field)) || undefined}
    >
      <Control {...props} binding={binding} />
      <FieldNotes pointers={[pointer]} id={notes.id} />
    </div>
  )
}

const NONE: readonly string[] = []

/** Values that are usual in a place although the schema lists none, such as the sizes of a Fargate task. */
function useSuggested(field: Scalar, pointer: string): readonly string[] {
  const { id } = useFormScope()
  return useAppStateAs(
    (state) => (field.type === 'text' && suggestedValues(graphOf(designOf(state)), id, pointer)) || NONE,
    sameItems,
  )
}

type ControlName = 'reference' | 'flag' | 'number' | 'choice' | 'text'

function controlOf(field: Scalar, value: unknown): ControlName {
  if (field.type === 'flag') {
    return value === undefined || value === MIXED || typeof value === 'boolean' ? 'flag' : 'text'
  }
  if (field.type !== 'text') return 'number'
  return field.choices ? 'choice' : 'text'
}

function textOf(value: unknown): string {
  return value === undefined || value === null || value === MIXED ? '' : toText(value)
}

function TextControl(props: ControlProps) {
  const { field, binding } = props
  const common = useFieldProps(props)
  return (
    <TextField
      {...common}
      value={textOf(binding.value)}
      onChange={binding.type}
      onBlur={binding.seal}
      multiline={field.control === 'multiline'}
      autoFocus={props.autoFocus ?? false}
    />
  )
}

/** Only what can work is offered; the rest is listed with the reason. The rules are asked when the list opens. */
function ChoiceControl(props: ControlProps) {
  const { field, binding, pointer } = props
  const { id } = useFormScope()
  const common = useFieldProps(props)
  const [asked, setAsked] = useState(false)
  const design = useAppState((state) => (asked ? designOf(state) : undefined))
  const offers = useMemo(
    () => design && offersFor(design, id, pointer, field.choices),
    [design, id, pointer, field.choices],
  )
  const cpu = useAppState((state) => narrowedBy(graphOf(designOf(state)), id, pointer))
  const suggested = useSuggested(field, pointer)
  const plain = field.choices ?? suggested
  return (
    <ComboBox
      {...common}
      value={textOf(binding.value)}
      onChange={binding.type}
      onBlur={() => {
        setAsked(false)
        binding.seal()
      }}
      onOpen={() => {
        flushTyping()
        setAsked(true)
      }}
      listNote={cpu && t('inspector.fargateMemory', { cpu })}
      options={(offers ?? plain.map((value): Offer => ({ value }))).map((offer) => optionOf(offer, field))}
    />
  )
}

function optionOf({ value, also, problem }: Offer, field: Scalar): Option {
  const detail = also ?? (value === field.default ? t('inspector.isDefault') : undefined)
  return {
    id: value,
    label: value,
    ...(detail === undefined ? {} : { detail }),
    ...(problem ? { refused: words(problem) } : {}),
  }
}

/** Keeps what was typed as long as it means the value that is set: `1.` while `1.5` is on its way, or a wrong text. */
function NumberControl(props: ControlProps) {
  const { field, binding } = props
  const common = useFieldProps(props)
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: unknown }>()
  const typed = draft && draft.of === binding.value ? draft.text : undefined
  const text = typed ?? textOf(binding.value)
  const kind = field.type === 'decimal' ? 'decimal' : 'whole'
  const parsed = parseNumber(text, kind, isOpen)
  const wrong = typed !== undefined && !parsed.ok
  return (
    <TextField
      {...common}
      inputMode={kind === 'whole' ? 'numeric' : 'decimal'}
      value={text}
      onChange={(next) => {
        const result = parseNumber(next, kind, isOpen)
        setDraft({ text: next, of: result.ok ? result.value : binding.value })
        if (result.ok) binding.type(result.value)
      }}
      onBlur={() => {
        if (!wrong) setDraft(undefined)
        binding.seal()
      }}
      error={
        wrong
          ? t(kind === 'whole' ? 'inspector.notWhole' : 'inspector.notANumber', { text: text.trim() })
          : undefined
      }
      autoFocus={props.autoFocus ?? false}
    />
  )
}

function isOpen(text: string): boolean {
  return hasPlaceholder(text) || referencesIn(text).length > 0
}

function FlagControl(props: ControlProps) {
  const { field, binding } = props
  const { label, help, invalid, describedBy, action } = useFieldProps(props)
  const isSet = typeof binding.value === 'boolean'
  const assumed = field.default === 'true'
  const note = noteOf(field, binding.value)
  return (
    <Switch
      label={label}
      {...(help === undefined ? {} : { help })}
      invalid={invalid}
      describedBy={describedBy}
      value={isSet ? binding.value === true : assumed}
      onChange={binding.set}
      note={isSet ? undefined : note}
      action={
        <>
          {action}
          {isSet && (
            <IconButton
              icon={<ResetIcon size={14} />}
              label={t('ui.reset')}
              onPress={() => binding.set(undefined)}
            />
          )}
        </>
      }
    />
  )
}

function noteOf(field: Scalar, value: unknown): string {
  if (value === MIXED) return t('inspector.mixed')
  return field.default === undefined ? t('inspector.notSet') : t('inspector.isDefault')
}

const CONTROLS: Readonly<Record<ControlName, (props: ControlProps) => React.ReactNode>> = {
  text: TextControl,
  choice: ChoiceControl,
  number: NumberControl,
  flag: FlagControl,
  reference: ReferenceField,
}
