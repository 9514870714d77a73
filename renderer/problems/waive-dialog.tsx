import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { Problem } from '../../shared/rules/problem'
import { isExpiry, waive } from '../../shared/rules/waivers'
import { useApp, useAppState } from '../app-context'
import { Modal } from '../overlays/modal'
import { signedSettings } from '../review/me'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { SeverityGlyph } from '../ui/severity-glyph'
import { TextField } from '../ui/text-field'
import { todayHere } from './judged'

/** Accepts a problem for now: who says so, why, and until when. */
export function WaiveDialog({ problem }: { readonly problem: Problem }) {
  const app = useApp()
  const settings = useAppState((state) => state.settings)
  const [reason, setReason] = useState('')
  const [author, setAuthor] = useState(settings.author ?? '')
  const [expires, setExpires] = useState('')
  const close = () => app.patch({ overlay: undefined })
  const accept = () => {
    const said = { reason: reason.trim(), author: author.trim(), ...(expires === '' ? {} : { expires }) }
    app.edit(t('waivers.step', { rule: problem.rule }), (draft) => waive(draft, problem, said))
    // The address belongs to the name that it was given with.
    const { email } = said.author === settings.author?.trim() ? settings : {}
    const signer = { author: said.author, ...(email === undefined ? {} : { email }) }
    app.patch({ overlay: undefined, settings: signedSettings(settings, signer) })
  }
  return (
    <Modal
      title={t('waivers.title')}
      size="small"
      actions={
        <>
          <span className="dialog-gap" />
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button variant="primary" type="submit" form={FORM}>
            {t('waivers.waive')}
          </Button>
        </>
      }
    >
      <p className="waive-problem">
        <SeverityGlyph severity={problem.severity} named />
        <span>{words(problem)}</span>
      </p>
      <Form
        id={FORM}
        className="waive-form"
        onSubmit={(event) => {
          event.preventDefault()
          accept()
        }}
      >
        <TextField
          label={t('waivers.reason')}
          value={reason}
          onChange={setReason}
          autoFocus
          multiline
          validate={(text) => (text.trim() === '' ? t('waivers.reasonMissing') : null)}
        />
        <TextField
          label={t('waivers.author')}
          value={author}
          onChange={setAuthor}
          validate={(text) => (text.trim() === '' ? t('waivers.authorMissing') : null)}
        />
        <TextField
          label={t('waivers.expires')}
          value={expires}
          onChange={setExpires}
          placeholder={t('waivers.expiresPlaceholder')}
          validate={(text) => (text === '' || isExpiry(text, todayHere()) ? null : t('waivers.expiresWrong'))}
        />
      </Form>
      <p className="modal-muted">{t('waivers.hint')}</p>
    </Modal>
  )
}

/** Joins the form with its button, which stands outside of it. */
const FORM = 'waive'
