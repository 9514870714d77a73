import { useState } from 'react'
import type { Problem } from '../../shared/rules/problem'
import { waive } from '../../shared/rules/waivers'
import { useApp, useAppState } from '../app-context'
import { Modal } from '../overlays/modal'
import { t } from '../strings/strings'
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
  const [tried, setTried] = useState(false)
  const dateWrong = expires !== '' && !isFuture(expires)
  const close = () => app.patch({ overlay: undefined })
  const accept = () => {
    setTried(true)
    if (reason.trim() === '' || author.trim() === '' || dateWrong) return
    const words = { reason: reason.trim(), author: author.trim(), ...(expires === '' ? {} : { expires }) }
    app.edit(t('waivers.step', { rule: problem.rule }), (draft) => waive(draft, problem, words))
    app.patch({ overlay: undefined, settings: { ...settings, author: words.author } })
  }
  const missing = (text: string, error: string) => (tried && text.trim() === '' ? { error } : {})
  return (
    <Modal
      title={t('waivers.title')}
      size="small"
      actions={
        <>
          <span className="dialog-gap" />
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button variant="primary" onPress={accept}>
            {t('waivers.waive')}
          </Button>
        </>
      }
    >
      <p className="waive-problem">
        <SeverityGlyph severity={problem.severity} named />
        <span>{problem.message}</span>
      </p>
      <TextField
        label={t('waivers.reason')}
        value={reason}
        onChange={setReason}
        autoFocus
        multiline
        {...missing(reason, t('waivers.reasonMissing'))}
      />
      <TextField
        label={t('waivers.author')}
        value={author}
        onChange={setAuthor}
        {...missing(author, t('waivers.authorMissing'))}
      />
      <TextField
        label={t('waivers.expires')}
        value={expires}
        onChange={setExpires}
        placeholder={t('waivers.expiresPlaceholder')}
        {...(dateWrong ? { error: t('waivers.expiresWrong') } : {})}
      />
      <p className="modal-muted">{t('waivers.hint')}</p>
    </Modal>
  )
}

/** An ISO date that is not over yet. */
function isFuture(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && text >= todayHere()
}
