import { Button } from 'react-aria-components'
import type { Design } from '../../shared/design/design'
import { useApp, useAppState, useDesign } from '../app-context'
import { t } from '../strings/strings'
import { DifferencesView } from './differences-view'
import { Modal } from './modal'

/** What recovered work has that its file has not. */
export function RecoveredDialog({ base }: { readonly base: Design }) {
  const app = useApp()
  const design = useDesign()
  const name = useAppState((state) => state.file.name)
  return (
    <Modal
      title={t('recovery.compareTitle', { name })}
      size="large"
      actions={
        <>
          <span className="dialog-gap" />
          <Button
            className="dialog-button dialog-primary"
            autoFocus
            onPress={() => app.patch({ overlay: undefined })}
          >
            {t('dialog.ok')}
          </Button>
        </>
      }
    >
      <p className="modal-muted">{t('recovery.compareLead')}</p>
      <DifferencesView title={t('disk.mine')} before={base} after={design} />
    </Modal>
  )
}
