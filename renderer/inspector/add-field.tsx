import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { AddIcon } from '../ui/icons'
import { PickList } from '../ui/pick-list'
import { helpOf, labelOf } from './field-words'
import { useFormScope } from './form-context'
import { child, type Field } from './form-model'

interface Props {
  readonly fields: readonly Field[]
  readonly pointer: string
}

/** The fields that don't show yet, in a list with a search. */
export function AddField({ fields, pointer }: Props) {
  const { reveal } = useFormScope()
  if (fields.length === 0) return null
  const items = fields.map((field) => {
    const detail = helpOf(field)
    return { id: field.key, label: labelOf(field), ...(detail ? { detail } : {}) }
  })
  return (
    <PickList label={t('inspector.findField')} items={items} onPick={(key) => reveal(child(pointer, key))}>
      <Button variant="quiet" size="small" icon={<AddIcon size={14} />}>
        {t('inspector.addField')}
      </Button>
    </PickList>
  )
}
