import { useState } from 'react'
import { parseJson } from '../../shared/design/serialize'
import { FieldTalk } from '../review/fields/field-talk'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'
import { useNotes } from './field-notes'
import { helpOf, labelOf } from './field-words'
import { useFormScope } from './form-context'
import type { Field } from './form-model'
import { agreed, useBinding } from './form-scope'
import { MIXED } from './spec-state'

/** A member without a control of its own, as JSON. What is not JSON (yet) leaves the last good value in effect. */
export function JsonValue({ field, pointer }: { readonly field: Field; readonly pointer: string }) {
  const { showJson } = useFormScope()
  const binding = useBinding(field, pointer)
  const notes = useNotes(pointer)
  const [draft, setDraft] = useState<{ readonly text: string; readonly error: string | undefined }>()
  const help = helpOf(field)
  const label = labelOf(field)
  return (
    <TextField
      label={label}
      {...(help === undefined ? {} : { help })}
      mono
      multiline
      value={draft?.text ?? textOf(agreed(binding.value))}
      placeholder={t(binding.value === MIXED ? 'inspector.mixed' : 'inspector.jsonValue')}
      error={draft?.error}
      invalid={notes.invalid}
      describedBy={notes.has ? notes.id : undefined}
      onChange={(text) => {
        const read = readValue(text)
        setDraft({ text, error: read.error })
        if (read.error === undefined) binding.type(read.value)
      }}
      onBlur={() => {
        if (draft?.error === undefined) setDraft(undefined)
        binding.seal()
      }}
      action={
        <span className="field-actions">
          <FieldTalk pointer={pointer} label={label} />
          {showJson && (
            <Button size="small" variant="quiet" onPress={() => showJson(pointer)}>
              {t('inspector.inJson')}
            </Button>
          )}
        </span>
      }
    />
  )
}

function textOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2)
}

type Read = { readonly value: unknown; readonly error?: undefined } | { readonly error: string }

/** Nothing means "not set". */
function readValue(text: string): Read {
  if (text.trim() === '') return { value: undefined }
  const parsed = parseJson(text)
  if (parsed.ok) return { value: parsed.value }
  const { what } = parsed.error
  return { error: `${words(what)} ${t('inspector.jsonStays')}` }
}
