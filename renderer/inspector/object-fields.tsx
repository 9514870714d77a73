import { t } from '../strings/strings'
import { AddField } from './add-field'
import { useFormScope } from './form-context'
import { child, type Field, otherMembers, split } from './form-model'
import { OtherField } from './other-field'
import { useMembers } from './spec-state'

interface Props {
  readonly fields: readonly Field[]
  readonly pointer: string
}

/** The members of an object that show, and the way to the others. */
export function ObjectFields({ fields, pointer }: Props) {
  const { revealed, FieldView } = useFormScope()
  const members = useMembers(pointer)
  const { shown, hidden } = split(fields, members, pointer, revealed)
  return (
    <>
      <div className="inspector-fields">
        {shown.map((field) => (
          <FieldView key={field.key} field={field} pointer={child(pointer, field.key)} />
        ))}
      </div>
      <OtherMembers names={otherMembers(fields, members)} pointer={pointer} />
      <AddField fields={hidden} pointer={pointer} />
    </>
  )
}

interface OtherMembersProps {
  readonly names: readonly string[]
  readonly pointer: string
}

/** Members that this version doesn't know are kept as they are written, and can be changed as JSON. */
export function OtherMembers({ names, pointer }: OtherMembersProps) {
  const { ids } = useFormScope()
  if (names.length === 0 || ids.length > 1) return null
  return (
    <fieldset className="inspector-group" aria-label={t('inspector.otherMembers')}>
      <span className="ui-field-label">{t('inspector.otherMembers')}</span>
      <div className="inspector-fields">
        {names.map((name) => (
          <OtherField
            key={name}
            field={{ key: name, label: name, type: 'other' }}
            pointer={child(pointer, name)}
          />
        ))}
      </div>
    </fieldset>
  )
}
