import { Button } from 'react-aria-components'
import { useApp } from '../app-context'
import { openRecentFile } from '../document/open'
import type { RecentFile } from '../store'
import { Modal } from './modal'

/** Files opened or saved lately, newest first. */
export function RecentDialog({ files }: { readonly files: readonly RecentFile[] }) {
  const app = useApp()
  return (
    <Modal title="Open recent">
      {files.length === 0 ? (
        <p className="modal-muted">
          No file was opened or saved yet. Files that you open or save appear here.
        </p>
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
