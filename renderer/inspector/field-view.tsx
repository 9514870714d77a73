import { memo } from 'react'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { DeleteIcon } from '../ui/icons'
import { FieldNotes } from './field-notes'
import { shapeOf } from './field-shape'
import { labelOf } from './field-words'
import type { FieldViewProps } from './form-context'
import { isScalar, type ObjectField } from './form-model'
import { useSpecEdits } from './form-scope'
import { GroupHead } from './group-head'
import { ListField } from './list-field'
import { MapField } from './map-field'
import { MixedField } from './mixed-field'
import { ObjectFields } from './object-fields'
import { OtherField } from './other-field'
import { ScalarField } from './scalar-field'
import { useMembers, useOfValue } from './spec-state'

/** Any field. A value of another shape than the schema's is shown as JSON. */
export const FieldView = memo(function FieldView({ field, pointer }: FieldViewProps) {
  const shape = useOfValue(pointer, shapeOf)
  if (isScalar(field)) return <ScalarField field={field} pointer={pointer} />
  const empty = shape === 'nothing'
  // Members that differ are told apart one level further down.
  if (field.type === 'object' && (empty || shape === 'object' || shape === 'mixed'))
    return <ObjectGroup field={field} pointer={pointer} />
  if (shape === 'mixed') return <MixedField field={field} pointer={pointer} />
  if (field.type === 'list' && (empty || shape === 'list'))
    return <ListField field={field} pointer={pointer} />
  if (field.type === 'map' && (empty || shape === 'object'))
    return <MapField field={field} pointer={pointer} />
  return <OtherField field={field} pointer={pointer} />
})

function ObjectGroup({ field, pointer }: { readonly field: ObjectField; readonly pointer: string }) {
  const edits = useSpecEdits()
  const isSet = Object.keys(useMembers(pointer)).length > 0
  const label = labelOf(field)
  return (
    <fieldset className="inspector-group" aria-label={label} data-field={pointer}>
      <GroupHead label={label} pointer={pointer}>
        {isSet && (
          <IconButton
            icon={<DeleteIcon size={14} />}
            label={t('inspector.remove', { what: label })}
            onPress={() => edits.remove(label, pointer)}
          />
        )}
      </GroupHead>
      <FieldNotes pointers={[pointer]} />
      <div className="inspector-group-body">
        <ObjectFields fields={field.fields} pointer={pointer} />
      </div>
    </fieldset>
  )
}
