import { useRef, useState } from 'react'
import { useApp, useAppState } from '../app-context'
import type { Command } from '../commands/command'
import { changeKeys, conflictsOf, rebind, unbind } from '../commands/keys'
import { keyLabel, stepOf } from '../commands/shortcut'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { commandName } from './shortcuts-groups'

interface Props {
  readonly command: Command
  readonly name: string
  readonly onDone: () => void
}

/** How long after a press another one goes on with the same shortcut, in milliseconds. */
const PATIENCE_MS = 1500

/** Asks for other keys: what is pressed is shown with whom it belongs to, and is saved with Enter. */
export function Recorder({ command, name, onDone }: Props) {
  const app = useApp()
  const platform = useAppState((state) => state.info.platform)
  const changed = useAppState((state) => state.settings.keys)
  const { pressed, record } = useRecording()
  const conflicts = pressed === undefined ? [] : conflictsOf(command.id, pressed, changed)
  const taken = conflicts.map(commandName)
  const shown = pressed === undefined ? undefined : keyLabel(pressed, platform)
  const finish = () => {
    onDone()
    // The row's button is back with the next frame.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-command="${command.id}"] button:last-child`)?.focus(),
    )
  }
  const save = () => {
    if (pressed === undefined) return
    changeKeys(app, rebind(command, pressed, changed))
    app.announce(t('shortcuts.saved', { name, keys: shown ?? '' }))
    finish()
  }
  return (
    <li className="shortcuts-recorder" data-command={command.id}>
      <span className="shortcuts-name">{name}</span>
      <input
        // biome-ignore lint/a11y/noAutofocus: takes the place of the button that was pressed
        autoFocus
        readOnly
        className="shortcuts-pressed"
        aria-label={`${name}: ${t('shortcuts.press')}`}
        aria-describedby="shortcuts-recorder-note"
        placeholder={t('shortcuts.press')}
        value={shown ?? ''}
        onKeyDown={(event) => {
          // Tab goes on to the buttons: who can't leave by it is caught.
          if (event.code === 'Tab') return
          event.preventDefault()
          event.stopPropagation()
          const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
          if (event.code === 'Escape' && bare) finish()
          else if (event.code === 'Enter' && bare) save()
          else record(stepOf(event.nativeEvent, platform))
        }}
      />
      <p id="shortcuts-recorder-note" role="status" data-conflict={taken.length > 0}>
        {taken.length > 0
          ? t('shortcuts.taken', { count: taken.length, names: taken.map((one) => `“${one}”`).join(', ') })
          : t('shortcuts.pressHint')}
      </p>
      <div className="shortcuts-recorder-buttons">
        <Button size="small" variant="primary" isDisabled={pressed === undefined} onPress={save}>
          {t(taken.length > 0 ? 'shortcuts.replace' : 'shortcuts.save')}
        </Button>
        <Button
          size="small"
          onPress={() => {
            changeKeys(app, unbind(command, changed))
            finish()
          }}
        >
          {t('shortcuts.remove')}
        </Button>
        <Button size="small" onPress={finish}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </li>
  )
}

/** One press, or two when the second one comes soon; a third begins anew. */
function useRecording() {
  const [pressed, setPressed] = useState<string>()
  const last = useRef(0)
  const record = (step: string | undefined) => {
    if (step === undefined) return
    const now = performance.now()
    const goesOn = now - last.current < PATIENCE_MS
    last.current = now
    setPressed((before) =>
      before !== undefined && !before.includes(' ') && goesOn ? `${before} ${step}` : step,
    )
  }
  return { pressed, record }
}
