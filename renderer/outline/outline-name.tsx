import { useEffect, useRef, useState } from 'react'
import { useApp } from '../app-context'
import { giveName } from '../canvas/rename-layer'
import { t } from '../strings/strings'
import { isComposing } from '../ui/is-composing'
import { focusOutline, outlineState } from './outline-state'

/** The name of a row while it is being written. */
export function OutlineName({ id, name }: { readonly id: string; readonly name: string }) {
  const app = useApp()
  const field = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  const end = (back: boolean) => {
    if (outlineState.getState().renaming !== id) return
    outlineState.setState({ renaming: undefined })
    if (back) focusOutline()
  }
  const commit = (back: boolean) => {
    const text = field.current?.value.trim() ?? ''
    if (text === '' && back) {
      setRefused(true)
      return
    }
    if (text !== '') giveName(app, id, text)
    end(back)
  }
  return (
    <span className="outline-rename">
      <input
        ref={field}
        aria-label={t('outline.name')}
        aria-invalid={refused}
        aria-describedby={refused ? 'outline-refused' : undefined}
        defaultValue={name}
        spellCheck={false}
        onChange={() => setRefused(false)}
        onBlur={() => commit(false)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.code === 'Enter' || event.code === 'NumpadEnter') commit(true)
          else if (event.code === 'Escape') end(true)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {refused && (
        <span id="outline-refused" className="rename-refused" role="alert">
          {t('canvas.nameEmpty')}
        </span>
      )}
    </span>
  )
}
