import { useRef, useState } from 'react'
import { LineTalk } from '../review/fields/field-talk'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { AddIcon } from '../ui/icons'
import { FieldNotes } from './field-notes'
import { shapeOf } from './field-shape'
import { labelOf } from './field-words'
import {
  child,
  isPair,
  isScalar,
  type ListField as List,
  type ObjectField,
  type ScalarField as Scalar,
} from './form-model'
import { useSpecEdits } from './form-scope'
import { GroupHead, RemoveLine } from './group-head'
import { ItemCard, type ItemProps } from './item-card'
import { OtherField } from './other-field'
import { ScalarField } from './scalar-field'
import { useOfValue } from './spec-state'

export interface ListFieldProps {
  readonly field: List
  readonly pointer: string
}

/** A list: lines of inputs for plain values and pairs, cards for everything larger. */
export function ListField({ field, pointer }: ListFieldProps) {
  const edits = useSpecEdits()
  const label = labelOf(field)
  // The line that was just added: it takes the focus. For plain values it exists in the form only until it says something.
  const [added, setAdded] = useState<number>()
  const length = useOfValue(pointer, (value) => (Array.isArray(value) ? value.length : 0))
  const { item } = field
  const plain = isScalar(item)
  const lines = plain && added !== undefined ? Math.max(length, added + 1) : length
  const keys = useItemKeys(lines)
  const add = () => {
    if (!plain) edits.add(label, child(pointer, length), {})
    setAdded(length)
  }
  const remove = (index: number) => {
    setAdded(undefined)
    keys.splice(index, 1)
    if (index < length) edits.remove(label, child(pointer, index))
  }
  return (
    <fieldset className="inspector-group" aria-label={label} data-field={pointer}>
      <GroupHead label={label} pointer={pointer}>
        {item.type !== 'other' && (
          <IconButton
            icon={<AddIcon size={14} />}
            label={t('inspector.add', { what: label })}
            onPress={add}
          />
        )}
      </GroupHead>
      <FieldNotes pointers={[pointer]} />
      {lines > 0 && (
        <ol className="inspector-list">
          {keys.map((key, index) => (
            <li key={key}>
              <Item
                field={field}
                pointer={child(pointer, index)}
                index={index}
                only={length === 1}
                fresh={added === index}
                remove={() => remove(index)}
              />
            </li>
          ))}
        </ol>
      )}
    </fieldset>
  )
}

/** Items have no identity in JSON; these keys give them one, so that removing the first doesn't close the second. */
function useItemKeys(length: number): number[] {
  const state = useRef({ keys: [] as number[], next: 0 }).current
  while (state.keys.length < length) state.keys.push(state.next++)
  state.keys.length = length
  return state.keys
}

function Item(props: ItemProps) {
  const { item } = props.field
  const shape = useOfValue(props.pointer, shapeOf)
  const isWhole = shape === 'object' || shape === 'list'
  const fits = shape === 'nothing' || isWhole === (item.type === 'object')
  if (!fits || item.type === 'other') {
    return (
      <OtherField
        field={{ ...item, label: t('inspector.item', { number: props.index + 1 }) }}
        pointer={props.pointer}
      />
    )
  }
  if (isScalar(item)) return <PlainLine {...props} item={item} />
  if (item.type === 'object' && isPair(item)) return <PairLine {...props} item={item} />
  return <ItemCard {...props} item={item} />
}

function PlainLine({ field, item, pointer, index, fresh, remove }: ItemProps & { readonly item: Scalar }) {
  // The item has no label of its own; the list's one and the place say what it is.
  const named: Scalar = { ...item, label: `${labelOf(field)} ${index + 1}` }
  return (
    <div className="inspector-line">
      <ScalarField field={named} pointer={pointer} inLine whenEmpty="hold" autoFocus={fresh} />
      <LineTalk pointer={pointer} label={named.label} />
      <RemoveLine what={named.label} remove={remove} />
    </div>
  )
}

function PairLine({
  field,
  item,
  pointer,
  index,
  fresh,
  remove,
}: ItemProps & { readonly item: ObjectField }) {
  const name = `${labelOf(field)} ${index + 1}`
  return (
    <fieldset className="inspector-line" aria-label={name} data-field={pointer}>
      {item.fields.filter(isScalar).map((member, position) => (
        <ScalarField
          key={member.key}
          field={member}
          pointer={child(pointer, member.key)}
          inLine
          autoFocus={fresh && position === 0}
        />
      ))}
      <LineTalk pointer={pointer} label={name} />
      <RemoveLine what={name} remove={remove} />
      <FieldNotes pointers={[pointer]} />
    </fieldset>
  )
}
