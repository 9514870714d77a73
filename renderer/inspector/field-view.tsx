import { isObject, valueAt } from '../../shared/basics/json'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { DeleteIcon } from '../ui/icons'
import { FieldNotes } from './field-notes'
import { isScalar, type ObjectField } from './form-model'
import { type FieldViewProps, useFormScope, useSpecEdits } from './form-scope'
import { GroupHead } from './group-head'
import { ListField } from './list-field'
import { MapField } from './map-field'
import { ObjectFields } from './object-fields'
import { OtherField } from './other-field'
import { ScalarField } from './scalar-field'

/** Any field. A value of another shape than the schema's is shown as JSON. */
export function FieldView({ field, pointer }: FieldViewProps) {
  const { element } = useFormScope()
  const value = valueAt(element.spec, pointer) ?? undefined
  if (isScalar(field)) return <ScalarField field={field} pointer={pointer} />
  const empty = value === undefined
  if (field.type === 'object' && (empty || isObject(value)))
    return <ObjectGroup field={field} pointer={pointer} />
  if (field.type === 'list' && (empty || Array.isArray(value)))
    return <ListField field={field} pointer={pointer} />
  if (field.type === 'map' && (empty || isObject(value))) return <MapField field={field} pointer={pointer} />
  return <OtherField field={field} pointer={pointer} />
}

function ObjectGroup({ field, pointer }: { readonly field: ObjectField; readonly pointer: string }) {
  const { element } = useFormScope()
  const edits = useSpecEdits()
  const isSet = valueAt(element.spec, pointer) !== undefined
  return (
    <fieldset className="inspector-group" aria-label={field.label}>
      <GroupHead label={field.label}>
        {isSet && (
          <IconButton
            icon={<DeleteIcon size={14} />}
            label={t('inspector.remove', { what: field.label })}
            onPress={() => edits.remove(field.label, pointer)}
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
