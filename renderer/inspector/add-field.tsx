import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { AddIcon } from '../ui/icons'
import { PickList } from '../ui/pick-list'
import { child, type Field } from './form-model'
import { useFormScope } from './form-scope'

/** The fields that don't show yet, in a list with a search. */
export function AddField({
  fields,
  pointer,
}: {
  readonly fields: readonly Field[]
  readonly pointer: string
}) {
  const { reveal } = useFormScope()
  if (fields.length === 0) return null
  return (
    <PickList
      label={t('inspector.findField')}
      items={fields.map(({ key, label, help }) => ({ id: key, label, ...(help ? { detail: help } : {}) }))}
      onPick={(key) => reveal(child(pointer, key))}
    >
      <Button variant="quiet" size="small" icon={<AddIcon size={14} />}>
        {t('inspector.addField')}
      </Button>
    </PickList>
  )
}
