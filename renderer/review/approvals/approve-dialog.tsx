import './approvals.css'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { type Refusal, refusal } from '../../../shared/review/approvals'
import { useApp, useDesign } from '../../app-context'
import { settleConflicts } from '../../document/conflicts'
import { Modal } from '../../overlays/modal'
import { t } from '../../strings/strings'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Glyph } from '../../ui/glyph'
import { SeverityGlyph } from '../../ui/severity-glyph'
import { TextField } from '../../ui/text-field'
import { AuthorFields, authorOf, useAuthorDraft } from '../author-fields'
import { signedSettings } from '../me'
import { giveApproval } from './acts'
import { approvalOf } from './approval-list'
import { ApprovalSubject } from './approval-subject'
import { RequestList } from './request-list'

/** Joins the form with its button, which stands outside of it. */
const FORM = 'approve'

/** Agrees to the design as it is: what that is, what stands in the way, and who signs. */
export function ApproveDialog() {
  const app = useApp()
  const design = useDesign()
  const refused = refusal(design)
  const close = () => app.patch({ overlay: undefined })
  if (refused?.why === 'conflicts') return <Unsettled count={refused.count} close={close} />
  return (
    <ApproveForm
      title={t('approvals.dialog', { name: design.name })}
      requests={refused?.threads ?? []}
      close={close}
    />
  )
}

interface UnsettledProps {
  readonly count: number
  readonly close: () => void
}

/** Nobody knows what would be approved. */
function Unsettled({ count, close }: UnsettledProps) {
  const app = useApp()
  const { name } = useDesign()
  return (
    <Modal
      title={t('approvals.dialog', { name })}
      size="small"
      actions={
        <>
          <span className="dialog-gap" />
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => {
              close()
              settleConflicts(app)
            }}
          >
            {t('approvals.settle')}
          </Button>
        </>
      }
    >
      <p className="approve-refused">
        <SeverityGlyph severity="warning" named />
        {t('approvals.conflicts', { count })}
      </p>
    </Modal>
  )
}

interface FormProps {
  readonly title: string
  /** The change requests that are open. */
  readonly requests: Extract<Refusal, { readonly why: 'change-requests' }>['threads']
  readonly close: () => void
}

function ApproveForm({ title, requests, close }: FormProps) {
  const app = useApp()
  const [signer, setSigner] = useAuthorDraft()
  const [comment, setComment] = useState('')
  const [override, setOverride] = useState(false)
  const [reason, setReason] = useState('')
  const isRefused = requests.length > 0
  const accept = () => {
    const me = authorOf(signer)
    if (!me) return
    const said = { comment: comment.trim(), override: isRefused ? reason.trim() : '' }
    app.patch({ overlay: undefined, settings: signedSettings(app.store.getState().settings, me) })
    giveApproval(app, { me, ...said })
  }
  return (
    <Modal
      title={title}
      actions={
        <>
          <span className="dialog-gap" />
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button variant="primary" type="submit" form={FORM} isDisabled={isRefused && !override}>
            {t('approvals.accept')}
          </Button>
        </>
      }
    >
      <ApprovalSubject />
      <Held signer={authorOf(signer)} />
      <Form
        id={FORM}
        className="approve-form"
        onSubmit={(event) => {
          event.preventDefault()
          accept()
        }}
      >
        {isRefused && (
          <section className="approve-requests">
            <p className="approve-refused">
              <SeverityGlyph severity="warning" named />
              <span>
                {t('approvals.refused', { count: requests.length })} {t('approvals.refusedHint')}
              </span>
            </p>
            <RequestList requests={requests} />
            <Checkbox isSelected={override} onChange={setOverride}>
              {t('approvals.overrideLabel')}
            </Checkbox>
            {override && (
              <TextField
                label={t('approvals.reason')}
                value={reason}
                onChange={setReason}
                autoFocus
                multiline
                validate={(text) => (text.trim() === '' ? t('approvals.reasonMissing') : null)}
              />
            )}
          </section>
        )}
        <AuthorFields draft={signer} onChange={setSigner} />
        <TextField label={t('approvals.comment')} value={comment} onChange={setComment} multiline />
      </Form>
      <p className="modal-muted">{t('approvals.hint')}</p>
    </Modal>
  )
}

/** Approving twice is no harm, but nobody needs to. */
function Held({ signer }: { readonly signer: ReturnType<typeof authorOf> }) {
  const design = useDesign()
  if (!approvalOf(design, signer)?.holds) return null
  return (
    <p className="approve-held">
      <Glyph name="ok" />
      {t('approvals.held')}
    </p>
  )
}
