import { useState } from 'react'
import { setAt } from '../../shared/basics/json'
import { LineTalk } from '../review/fields/field-talk'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { AddIcon } from '../ui/icons'
import { TextField } from '../ui/text-field'
import { renameKey } from './edits'
import { FieldNotes } from './field-notes'
import { labelOf } from './field-words'
import { useFormScope } from './form-context'
import { child, type MapField as MapOf, type ScalarField as Scalar } from './form-model'
import { useSpecEdits } from './form-scope'
import { GroupHead, RemoveLine } from './group-head'
import { ScalarField } from './scalar-field'
import { useMembers, useWrongPlaces } from './spec-state'

/** Names and texts: log options, labels. */
export function MapField({ field, pointer }: { readonly field: MapOf; readonly pointer: string }) {
  const { ids } = useFormScope()
  const edits = useSpecEdits()
  const [adding, setAdding] = useState(false)
  const label = labelOf(field)
  const keys = Object.keys(useMembers(pointer))
  const places = useWrongPlaces(ids)
  // What a rule misses has no line of its own to stand under.
  const missing = places.filter(
    (at) => at.startsWith(`${pointer}/`) && !keys.some((k) => at === child(pointer, k)),
  )
  return (
    <fieldset className="inspector-group" aria-label={label} data-field={pointer}>
      <GroupHead label={label} pointer={pointer}>
        <IconButton
          icon={<AddIcon size={14} />}
          label={t('inspector.add', { what: label })}
          onPress={() => setAdding(true)}
        />
      </GroupHead>
      <FieldNotes pointers={[pointer, ...missing]} />
      {(keys.length > 0 || adding) && (
        <ul className="inspector-list">
          {keys.map((key) => (
            <li key={key} className="inspector-line">
              <KeyInput
                value={key}
                taken={(other) => other !== key && keys.includes(other)}
                commit={(next) => edits.change(label, (spec) => renameKey(spec, pointer, key, next))}
              />
              <ScalarField field={textOf(key)} pointer={child(pointer, key)} inLine whenEmpty="keep" />
              <LineTalk pointer={child(pointer, key)} label={key} />
              <RemoveLine what={key} remove={() => edits.remove(label, child(pointer, key))} />
            </li>
          ))}
          {adding && (
            <li className="inspector-line">
              <KeyInput
                value=""
                taken={(other) => keys.includes(other)}
                commit={(next) => {
                  edits.change(label, (spec) => setAt(spec, child(pointer, next), ''))
                  setAdding(false)
                }}
                cancel={() => setAdding(false)}
              />
              <RemoveLine what={label} remove={() => setAdding(false)} />
            </li>
          )}
        </ul>
      )}
    </fieldset>
  )
}

/** Its name stands in the input before it. */
function textOf(key: string): Scalar {
  return { key, label: key, type: 'text' }
}

interface KeyInputProps {
  readonly value: string
  readonly taken: (key: string) => boolean
  readonly commit: (key: string) => void
  readonly cancel?: () => void
}

/** A name is changed when the field is left: halfway typed it may be another one's. */
function KeyInput({ value, taken, commit, cancel }: KeyInputProps) {
  const [text, setText] = useState(value)
  const isTaken = taken(text)
  return (
    <TextField
      label={t('inspector.key')}
      hideLabel
      mono
      placeholder={t('inspector.key')}
      value={text}
      onChange={setText}
      onBlur={() => {
        if (text !== '' && text !== value && !isTaken) commit(text)
        else if (text === '' && cancel) cancel()
        else setText(value)
      }}
      autoFocus={value === ''}
      error={isTaken ? t('inspector.keyTaken', { key: text }) : undefined}
    />
  )
}
