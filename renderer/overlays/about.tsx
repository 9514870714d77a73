import { useApp, useAppState } from '../app-context'
import { t } from '../strings/strings'
import { CREDITS } from './credits'
import { Modal } from './modal'

/** Version, what the host can't do, and whose work is inside. */
export function About() {
  const app = useApp()
  const info = useAppState((state) => state.info)
  // A browser says of itself that it is one.
  const host = info.host === 'electron' ? [t('status.host.electron')] : []
  return (
    <Modal title={t('commands.help.about')}>
      <p>{t('about.what', { version: info.version })}</p>
      <p className="modal-muted">
        {[...host, ...Object.entries(info.runtime).map((entry) => entry.join(' '))].join(' · ')}
      </p>
      {info.limits.length > 0 && (
        <>
          <h3>{t('about.limits')}</h3>
          <ul className="modal-list">
            {info.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('about.madeWith')}</h3>
      <ul className="modal-credits">
        {CREDITS.map(([name, licence, url]) => (
          <li key={name}>
            <button type="button" className="link" onClick={() => void app.host.openExternal(url)}>
              {name}
            </button>
            <span>{licence ?? t('about.awsIcons')}</span>
          </li>
        ))}
      </ul>
      <p className="modal-muted">{t('about.legal')}</p>
    </Modal>
  )
}
