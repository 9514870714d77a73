import { Button } from 'react-aria-components'
import { useApp } from '../app-context'
import { openRecentFile } from '../document/open'
import type { RecentFile } from '../store'
import { t } from '../strings/strings'
import { Modal } from './modal'

/** Files opened or saved lately, newest first. */
export function RecentDialog({ files }: { readonly files: readonly RecentFile[] }) {
  const app = useApp()
  return (
    <Modal title={t('commands.file.recent').replace(/…$/, '')}>
      {files.length === 0 ? (
        <p className="modal-muted">{t('file.noRecent')}</p>
      ) : (
        <ul className="modal-choices">
          {files.map((file) => (
            <li key={file.id}>
              <Button className="choice" onPress={() => void openRecentFile(app, file.id)}>
                <strong>{file.name}</strong>
                <span>{file.place}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
