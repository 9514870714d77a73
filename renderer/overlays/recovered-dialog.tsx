import type { Design } from '../../shared/design/design'
import { useAppState, useDesign } from '../app-context'
import { t } from '../strings/strings'
import { DifferencesView } from './differences-view'
import { Modal } from './modal'
import { ReadAction } from './read-action'

/** What recovered work has that its file has not. */
export function RecoveredDialog({ base }: { readonly base: Design }) {
  const design = useDesign()
  const name = useAppState((state) => state.file.name)
  return (
    <Modal title={t('recovery.compareTitle', { name })} size="large" actions={<ReadAction />}>
      <p className="modal-muted">{t('recovery.compareLead')}</p>
      <DifferencesView title={t('disk.mine')} before={base} after={design} />
    </Modal>
  )
}
