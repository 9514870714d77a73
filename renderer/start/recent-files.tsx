import { useEffect, useState } from 'react'
import { useApp } from '../app-context'
import { openRecentFile } from '../document/open'
import type { RecentFile } from '../store'
import { t } from '../strings/strings'

/** More are in the dialog of the File menu. */
const MOST = 4

/** The files that were opened last, if there are any. */
export function RecentFiles() {
  const app = useApp()
  const [files, setFiles] = useState<readonly RecentFile[]>([])
  useEffect(() => {
    let here = true
    void app.host.recentFiles().then((found) => {
      if (here) setFiles(found.slice(0, MOST))
    })
    return () => {
      here = false
    }
  }, [app])
  if (files.length === 0) return null
  return (
    <section className="start-recent">
      <h3>{t('start.recent')}</h3>
      <ul>
        {files.map(({ id, name, place }) => (
          <li key={id}>
            <button type="button" onClick={() => void openRecentFile(app, id)}>
              <span className="start-recent-name">{name}</span>
              {place !== '' && <span className="start-recent-place">{place}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
