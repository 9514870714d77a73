import { useMemo } from 'react'
import { fromPointer, toPointer, valueAt } from '../../shared/basics/json'
import type { Element } from '../../shared/design/design'
import type { Kind } from '../../shared/elements/kind'
import { designOf } from '../store'
import { AdviceNotes } from './advice-notes'
import { ExistingFields } from './existing-fields'
import { FieldNotes } from './field-notes'
import { FormBody } from './form-body'
import { type Field, fieldAt, fieldsOf } from './form-model'
import { LabelField } from './label-field'
import { sameItems, useAppStateAs, useWrongPlaces } from './spec-state'
import { TraitsField } from './traits-field'

interface Props {
  readonly id: string
  readonly kind: Kind
  readonly showJson: (pointer: string) => void
}

/** The form of one element, from its kind's schema. */
export function ElementForm({ id, kind, showJson }: Props) {
  const ids = useMemo(() => [id], [id])
  const fields = fieldsOf(kind.spec)
  return (
    <FormBody
      ids={ids}
      kind={kind}
      fields={fields}
      showJson={showJson}
      before={
        <>
          <HomelessNotes ids={ids} fields={fields} />
          {kind.name === undefined && <LabelField id={id} />}
        </>
      }
      after={
        <>
          <AdviceNotes id={id} />
          <TraitsField id={id} />
          <ExistingFields id={id} kind={kind} />
        </>
      }
    />
  )
}

interface HomelessProps {
  readonly ids: readonly string[]
  readonly fields: readonly Field[]
}

/** What is wrong in places that no field of the form shows: the element itself, and what the schema does not know. */
function HomelessNotes({ ids, fields }: HomelessProps) {
  const places = useWrongPlaces(ids)
  const [id = ''] = ids
  const pointers = useAppStateAs((state) => {
    const spec = designOf(state).elements[id]?.spec
    return places.filter((pointer) => isHomeless(fields, fromPointer(pointer), spec))
  }, sameItems)
  return <FieldNotes pointers={pointers} />
}

function isHomeless(
  fields: readonly Field[],
  keys: readonly string[],
  spec: Element['spec'] | undefined,
): boolean {
  if (keys.length === 0) return true
  if (fieldAt(fields, keys)) return isMissingItem(spec, keys)
  return fieldAt(fields, keys.slice(0, -1))?.type !== 'map'
}

/** An item of a list that is not there has no card to stand in. */
function isMissingItem(spec: Element['spec'] | undefined, keys: readonly string[]): boolean {
  return keys.some((key, index) => {
    const list = valueAt(spec, toPointer(keys.slice(0, index)))
    return /^\d+$/.test(key) && (!Array.isArray(list) || Number(key) >= list.length)
  })
}
