import { useApp, useAppState } from '../app-context'
import { t } from '../strings/strings'
import { Modal } from './modal'

/** Names of works and licences; AWS’s terms for its icons are told in words. */
const CREDITS: readonly (readonly [name: string, licence: string | undefined, url: string])[] = [
  ['AWS Architecture Icons', undefined, 'https://aws.amazon.com/architecture/icons/'],
  ['Electron', 'MIT', 'https://www.electronjs.org'],
  ['React', 'MIT', 'https://react.dev'],
  ['React Flow', 'MIT', 'https://reactflow.dev'],
  ['Eclipse Layout Kernel (elkjs)', 'EPL-2.0', 'https://github.com/kieler/elkjs'],
  ['React Aria', 'Apache-2.0', 'https://react-spectrum.adobe.com/react-aria/'],
  ['CodeMirror', 'MIT', 'https://codemirror.net'],
  ['Zod', 'MIT', 'https://zod.dev'],
  ['Immer', 'MIT', 'https://immerjs.github.io/immer/'],
  ['Zustand', 'MIT', 'https://zustand.docs.pmnd.rs'],
  ['Lucide', 'ISC', 'https://lucide.dev'],
  ['Pretendard', 'OFL-1.1', 'https://github.com/orioncactus/pretendard'],
  ['JetBrains Mono', 'OFL-1.1', 'https://www.jetbrains.com/lp/mono/'],
]

/** Version, what the host can't do, and whose work is inside. */
export function About() {
  const app = useApp()
  const info = useAppState((state) => state.info)
  return (
    <Modal title={t('commands.help.about')}>
      <p>{t('about.what', { version: info.version })}</p>
      <p className="modal-muted">
        {t(`status.host.${info.host}`)}
        {Object.entries(info.runtime).map(([name, version]) => ` · ${name} ${version}`)}
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
