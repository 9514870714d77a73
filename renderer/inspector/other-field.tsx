import { FieldNotes, useNotes } from './field-notes'
import type { Field } from './form-model'
import { JsonValue } from './json-value'

/** A member without a control of its own, or with a value that fits none. */
export function OtherField({ field, pointer }: { readonly field: Field; readonly pointer: string }) {
  const notes = useNotes(pointer)
  return (
    <div className="inspector-field" data-field={pointer}>
      <JsonValue field={field} pointer={pointer} />
      <FieldNotes pointers={[pointer]} id={notes.id} />
    </div>
  )
}
