import { Form } from 'react-aria-components'
import { useApp } from '../app-context'
import { Modal } from '../overlays/modal'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { AuthorFields, authorOf, useAuthorDraft } from './author-fields'
import { type Me, signedSettings } from './me'

/** Joins the form with its button, which stands outside of it. */
const FORM = 'author'

/** Who signs comments, approvals and waivers on this computer. */
export function AuthorDialog({ act }: { readonly act?: ((me: Me) => void) | undefined }) {
  const app = useApp()
  const [draft, setDraft] = useAuthorDraft()
  const accept = () => {
    const me = authorOf(draft)
    if (!me) return
    app.patch({ overlay: undefined, settings: signedSettings(app.store.getState().settings, me) })
    act?.(me)
  }
  return (
    <Modal
      title={t('review.authorTitle')}
      size="small"
      actions={
        <>
          <span className="dialog-gap" />
          <Button onPress={() => app.patch({ overlay: undefined })}>{t('dialog.cancel')}</Button>
          <Button variant="primary" type="submit" form={FORM}>
            {t('dialog.save')}
          </Button>
        </>
      }
    >
      <Form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault()
          accept()
        }}
      >
        <AuthorFields draft={draft} onChange={setDraft} autoFocus />
      </Form>
      <p className="modal-muted">{t('review.authorHint')}</p>
    </Modal>
  )
}
