import { useMemo, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useApp, useAppState } from '../app-context'
import type { Command } from '../commands/command'
import { changeKeys, isChanged, keysOf, resetKeys } from '../commands/keys'
import { keyLabel, type Platform } from '../commands/shortcut'
import { t } from '../strings/strings'
import { useKorean } from '../strings/use-korean'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { ResetIcon, SearchIcon } from '../ui/icons'
import { Modal } from './modal'
import { commandName, groupsFor, handsFor } from './shortcuts-groups'
import { Recorder } from './shortcuts-recorder'
import './shortcuts.css'

/** Every command with its keys, which can be changed here, and what hands can do beside them. */
export function Shortcuts() {
  const app = useApp()
  const [query, setQuery] = useState('')
  const platform = useAppState((state) => state.info.platform)
  const changed = useAppState((state) => state.settings.keys)
  const korean = useKorean()
  // biome-ignore lint/correctness/useExhaustiveDependencies: more is found when the Korean names are there
  const groups = useMemo(() => groupsFor(query, platform, changed), [query, platform, changed, korean])
  const hands = useMemo(() => handsFor(query, platform), [query, platform])
  const anyChanged = Object.keys(changed ?? {}).length > 0
  return (
    <Modal
      title={t('commands.help.shortcuts')}
      size="sheet"
      actions={
        <Button
          icon={<ResetIcon size={14} />}
          isDisabled={!anyChanged}
          onPress={() => {
            changeKeys(app, undefined)
            app.announce(t('shortcuts.resetAllDone'))
          }}
        >
          {t('shortcuts.resetAll')}
        </Button>
      }
    >
      <SearchField
        className="ui-input shortcuts-search"
        aria-label={t('shortcuts.search')}
        value={query}
        onChange={setQuery}
        autoFocus
      >
        <SearchIcon size={14} />
        <Input placeholder={t('shortcuts.search')} spellCheck="false" />
      </SearchField>
      <div className="shortcuts">
        {groups.map(({ title, items }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {items.map((command) => (
                <Row key={command.id} command={command} platform={platform} />
              ))}
            </ul>
          </section>
        ))}
        {hands.length > 0 && (
          <section aria-label={t('shortcuts.hand')}>
            <h3>{t('shortcuts.hand')}</h3>
            <dl>
              {hands.map(({ what, how }) => (
                <div key={what} className="shortcuts-row">
                  <dt>{what}</dt>
                  <dd>{how}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        {groups.length === 0 && hands.length === 0 && (
          <p className="shortcuts-none">{t('shortcuts.none', { query })}</p>
        )}
      </div>
    </Modal>
  )
}

function Row({ command, platform }: { readonly command: Command; readonly platform: Platform }) {
  const app = useApp()
  const changed = useAppState((state) => state.settings.keys)
  const [recording, setRecording] = useState(false)
  const name = commandName(command)
  const keys = keysOf(command, changed)
  if (recording) return <Recorder command={command} name={name} onDone={() => setRecording(false)} />
  return (
    <li className="shortcuts-row" data-command={command.id}>
      <span className="shortcuts-name">{name}</span>
      <span className="shortcuts-keys">
        {isChanged(command, changed) && <span className="shortcuts-changed">{t('shortcuts.changed')}</span>}
        {keys.length === 0 && <span className="shortcuts-no-keys">{t('shortcuts.noKeys')}</span>}
        {keys.map((key) => (
          <kbd key={key}>{keyLabel(key, platform)}</kbd>
        ))}
      </span>
      {isChanged(command, changed) && (
        <IconButton
          label={t('shortcuts.resetOf', { name })}
          icon={<ResetIcon size={14} />}
          onPress={() => changeKeys(app, resetKeys(command, changed))}
        />
      )}
      <Button
        size="small"
        variant="quiet"
        aria-label={t('shortcuts.changeOf', { name })}
        onPress={() => setRecording(true)}
      >
        {t('shortcuts.change')}
      </Button>
    </li>
  )
}
