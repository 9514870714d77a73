import { valueAt } from '../../shared/basics/json'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { FieldNotes } from './field-notes'
import type { Field } from './form-model'
import { useFormScope } from './form-scope'

/** A member without a control of its own: what it holds, in short, and the way to the JSON. */
export function OtherField({ field, pointer }: { readonly field: Field; readonly pointer: string }) {
  const { element, showJson } = useFormScope()
  const value = valueAt(element.spec, pointer)
  return (
    <div className="inspector-field">
      <div className="inspector-other">
        <span className="ui-field-label">{field.label}</span>
        <Button size="small" variant="quiet" onPress={() => showJson(pointer)}>
          {t('inspector.inJson')}
        </Button>
      </div>
      {value !== undefined && <code className="inspector-other-value">{JSON.stringify(value)}</code>}
      <FieldNotes pointers={[pointer]} />
    </div>
  )
}
