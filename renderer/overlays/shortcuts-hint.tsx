import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useApp, useAppState } from '../app-context'
import { enabled, titleOf } from '../commands/command'
import { halfPressed } from '../commands/key-listener'
import { continuations } from '../commands/keys'
import { keyLabel } from '../commands/shortcut'
import { t } from '../strings/strings'
import './shortcuts.css'

/** After the first press of a shortcut of two: the keys that may come next. */
export function ShortcutsHint() {
  const prefix = useStore(halfPressed, (state) => state.prefix)
  return prefix === undefined ? null : <Hint prefix={prefix} />
}

function Hint({ prefix }: { readonly prefix: string }) {
  const app = useApp()
  const platform = useAppState((state) => state.info.platform)
  const changed = useAppState((state) => state.settings.keys)
  const next = continuations(prefix, changed)
  const title = t('shortcuts.next', { keys: keyLabel(prefix, platform) })
  const spoken = next.map(({ command, shortcut }) => `${keyLabel(shortcut, platform)} ${titleOf(command)}`)
  const text = `${title} ${spoken.join(', ')}`
  useEffect(() => app.announce(text), [app, text])
  return (
    <div className="shortcuts-hint" data-testid="shortcuts-hint" aria-hidden>
      <span>{title}</span>
      {next.map(({ command, shortcut }) => (
        <span key={shortcut} data-usable={enabled(command, app)}>
          <kbd>{keyLabel(shortcut, platform)}</kbd> {titleOf(command)}
        </span>
      ))}
    </div>
  )
}
