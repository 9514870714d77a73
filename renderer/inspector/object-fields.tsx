import { valueAt } from '../../shared/basics/json'
import { t } from '../strings/strings'
import { AddField } from './add-field'
import { child, type Field, otherMembers, split } from './form-model'
import { useFormScope } from './form-scope'

/** The members of an object that show, and the way to the others. */
export function ObjectFields({
  fields,
  pointer,
}: {
  readonly fields: readonly Field[]
  readonly pointer: string
}) {
  const { element, revealed, FieldView } = useFormScope()
  const value = valueAt(element.spec, pointer)
  const { shown, hidden } = split(fields, value, pointer, revealed)
  const others = otherMembers(fields, value)
  return (
    <>
      <div className="inspector-fields">
        {shown.map((field) => (
          <FieldView key={field.key} field={field} pointer={child(pointer, field.key)} />
        ))}
      </div>
      {others.length > 0 && <OtherMembers names={others} pointer={pointer} />}
      <AddField fields={hidden} pointer={pointer} />
    </>
  )
}

/** Members that this version doesn't know are kept, and named. */
export function OtherMembers({
  names,
  pointer,
}: {
  readonly names: readonly string[]
  readonly pointer: string
}) {
  const { showJson } = useFormScope()
  const [first] = names
  if (first === undefined) return null
  return (
    <button type="button" className="inspector-others" onClick={() => showJson(child(pointer, first))}>
      {t('inspector.otherMembers', { names: names.join(', ') })}
    </button>
  )
}
