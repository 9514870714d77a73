import { Button } from 'react-aria-components'
import { useApp } from '../app-context'
import { t } from '../strings/strings'

/** The only button of a dialog that is there to be read. */
export function ReadAction() {
  const app = useApp()
  return (
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
  )
}
