import { type ReactNode, useRef, useState } from 'react'
import { Form, Label, TextArea, TextField } from 'react-aria-components'
import { limits } from '../../../shared/basics/limits'
import { useApp, useAppState } from '../../app-context'
import { keyLabel } from '../../commands/shortcut'
import { t } from '../../strings/strings'
import { Button } from '../../ui/button'
import { FieldFoot } from '../../ui/field'
import { isComposing } from '../../ui/is-composing'
import { AuthorFields, authorOf, useAuthorDraft } from '../author-fields'
import { type Me, meOf, signedSettings } from '../me'
import { draftOf, type FreshThread, keepDraft, useThreads } from '../threads-state'

interface Props {
  /** What the draft is kept by. */
  readonly draftKey: string
  readonly label: string
  readonly placeholder: string
  readonly send: string
  /** What is there already, of a comment that is changed. */
  readonly before?: string
  /** Kept with the draft of a new thread. */
  readonly fresh?: FreshThread
  readonly autoFocus?: boolean
  readonly onSend: (text: string, me: Me) => void
  /** A way out that drops the draft. */
  readonly onCancel?: () => void
  /** Above the text. */
  readonly children?: ReactNode
}

/** Where a comment is written. What is not sent stays as a draft; whoever has no name yet is asked for it here. */
export function Composer(props: Props) {
  const {
    draftKey,
    label,
    placeholder,
    send,
    before = '',
    fresh,
    autoFocus = false,
    onSend,
    onCancel,
  } = props
  const app = useApp()
  const settings = useAppState((state) => state.settings)
  const draft = useThreads((state) => draftOf(state.drafts, draftKey))
  const [author, setAuthor] = useAuthorDraft()
  const form = useRef<HTMLFormElement>(null)
  // Empty on purpose is not the same as untouched.
  const [written, setWritten] = useState<string>()
  const text = draft?.text ?? written ?? before
  const me = meOf(settings)
  const change = (next: string) => {
    setWritten(next)
    keepDraft(
      draftKey,
      next === before ? undefined : { text: next, at: Date.now(), ...(fresh ? { fresh } : {}) },
    )
  }
  const submit = () => {
    const signed = me ?? authorOf(author)
    const said = text.trim()
    if (!signed || said === '') return
    if (!me) app.patch({ settings: signedSettings(app.store.getState().settings, signed) })
    setWritten(undefined)
    onSend(said, signed)
  }
  const begun = text.trim() !== ''
  return (
    <Form
      ref={form}
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {props.children}
      <TextField
        className="ui-field"
        value={text}
        onChange={change}
        autoFocus={autoFocus}
        validate={(value) =>
          value.length > limits.textLength ? t('threads.tooLong', { count: limits.textLength }) : null
        }
        onKeyDown={(event) => {
          if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
          event.preventDefault()
          form.current?.requestSubmit()
        }}
      >
        <Label className="visually-hidden">{label}</Label>
        <div className="ui-input">
          <TextArea className="composer-text" rows={1} placeholder={placeholder} />
        </div>
        <FieldFoot />
      </TextField>
      {begun && !me && (
        <>
          <AuthorFields draft={author} onChange={setAuthor} />
          <p className="composer-hint">{t('threads.signHint')}</p>
        </>
      )}
      {(begun || onCancel) && (
        <Foot {...{ send, begun, hasDraft: draft !== undefined, onCancel }} discard={() => discard()} />
      )}
    </Form>
  )

  function discard(): void {
    setWritten(undefined)
    keepDraft(draftKey, undefined)
    onCancel?.()
  }
}

interface FootProps {
  readonly send: string
  readonly begun: boolean
  readonly hasDraft: boolean
  readonly onCancel: (() => void) | undefined
  readonly discard: () => void
}

function Foot({ send, begun, hasDraft, onCancel, discard }: FootProps) {
  const platform = useAppState((state) => state.info.platform)
  return (
    <div className="composer-foot">
      <span className="composer-hint">
        {begun && t('threads.sendHint', { key: keyLabel('Mod+Enter', platform) })}
      </span>
      {(hasDraft || onCancel) && (
        <Button size="small" variant="quiet" onPress={discard}>
          {t(hasDraft && !onCancel ? 'threads.discard' : 'threads.cancel')}
        </Button>
      )}
      <Button size="small" variant="primary" type="submit" isDisabled={!begun}>
        {send}
      </Button>
    </div>
  )
}
