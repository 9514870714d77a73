import { useApp, useAppState } from '../app-context'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { Modal } from './modal'

/** Version, what the host can't do, and the way to whose work is inside. */
export function About() {
  const app = useApp()
  const info = useAppState((state) => state.info)
  const runtime = Object.entries(info.runtime).filter(([, version]) => version !== '')
  // A browser says of itself that it is one.
  const host = info.host === 'electron' ? [t('status.host.electron')] : []
  return (
    <Modal
      title={t('commands.help.about')}
      actions={
        <Button onPress={() => app.patch({ overlay: { kind: 'licences' } })}>
          {t('commands.help.licences')}
        </Button>
      }
    >
      <p>{t('about.what', { version: info.version })}</p>
      <p className="modal-muted about-runtime">
        {[...host, ...runtime.map((entry) => entry.join(' '))].join(' · ')}
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
      <p className="modal-muted">{t('about.legal')}</p>
    </Modal>
  )
}
