import { Button } from 'react-aria-components'
import { useAppState } from '../app-context'
import { t } from '../strings/strings'
import { Modal } from './modal'

interface Props {
  readonly answer: (choice: 'save' | 'discard' | 'cancel') => void
}

/** Asked before unsaved changes would be lost. */
export function DiscardDialog({ answer }: Props) {
  const name = useAppState((state) => state.file.name)
  return (
    <Modal
      title={t('file.saveChanges', { name })}
      size="small"
      onClose={() => answer('cancel')}
      actions={
        <>
          <Button className="dialog-button dialog-danger" onPress={() => answer('discard')}>
            {t('dialog.discard')}
          </Button>
          <span className="dialog-gap" />
          <Button className="dialog-button" onPress={() => answer('cancel')}>
            {t('dialog.cancel')}
          </Button>
          <Button className="dialog-button dialog-primary" autoFocus onPress={() => answer('save')}>
            {t('dialog.save')}
          </Button>
        </>
      }
    >
      <p>{t('file.lost')}</p>
    </Modal>
  )
}
