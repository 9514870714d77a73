import { useApp, useAppState } from '../app-context'
import { Modal } from './modal'

const CREDITS: readonly (readonly [name: string, licence: string, url: string])[] = [
  [
    'AWS Architecture Icons',
    'Amazon Web Services; used unaltered',
    'https://aws.amazon.com/architecture/icons/',
  ],
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
    <Modal title="About Fairlead">
      <p>
        Fairlead {info.version}: draw Amazon ECS architectures, check them against AWS’s documented rules,
        export what you drew.
      </p>
      <p className="modal-muted">
        {info.host === 'electron' ? 'Desktop app' : 'In the browser'}
        {Object.entries(info.runtime).map(([name, version]) => ` · ${name} ${version}`)}
      </p>
      {info.limits.length > 0 && (
        <>
          <h3>What this host can’t do</h3>
          <ul className="modal-list">
            {info.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </>
      )}
      <h3>Made with</h3>
      <ul className="modal-credits">
        {CREDITS.map(([name, licence, url]) => (
          <li key={name}>
            <button type="button" className="link" onClick={() => void app.host.openExternal(url)}>
              {name}
            </button>
            <span>{licence}</span>
          </li>
        ))}
      </ul>
      <p className="modal-muted">
        Fairlead is under the Apache License 2.0. AWS, Amazon ECS and AWS Fargate are trademarks of
        Amazon.com, Inc. or its affiliates; Fairlead is not affiliated with them.
      </p>
    </Modal>
  )
}
