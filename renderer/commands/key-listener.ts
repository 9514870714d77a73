/** Listens to the keyboard for the whole window and runs what the keys mean. */
import { createStore } from 'zustand/vanilla'
import { isCanvasFocus } from '../canvas/use-space'
import type { App } from '../store'
import { isComposing } from '../ui/is-composing'
import { type Command, enabled, usableNow } from './command'
import { meaningOf } from './keys'
import { isModifier } from './shortcut'

/** How long the second press of a shortcut may take. */
const PATIENCE_MS = 1500

/** The first press of a shortcut of two, while the second one is waited for. */
export const halfPressed = createStore<{ readonly prefix: string | undefined }>(() => ({ prefix: undefined }))

/** Is the keyboard writing text just now? Shortcuts without a modifier must not steal its letters. */
export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type=checkbox], [type=radio]), textarea, select, .cm-editor') !== null)
  )
}

/** Listens for as long as the window is open. */
export function listenToKeys(app: App): void {
  const chord = chordTimer()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isModifier(event.code)) return
    const inText = isTextField(event.target)
    // In a text the input method has the key; on the canvas a syllable means nothing, and the key what it always does.
    if (inText && (isComposing(event) || event.getModifierState('AltGraph'))) return
    // A dialog or menu has the keyboard to itself.
    if (isWithin(event.target, '[role=dialog], [role=menu], [role=listbox]')) return
    if (isPressOfControl(event)) return
    const { settings, info } = app.store.getState()
    const { prefix } = halfPressed.getState()
    const meaning = meaningOf({
      press: event,
      platform: info.platform,
      inText,
      changed: settings.keys,
      prefix,
    })
    // Tab past the last element leads out of the canvas, as the browser has it.
    if (meaning && 'id' in meaning && isElsewhere(meaning, event, app)) return
    chord.end()
    // The second press of a shortcut that there isn't does nothing else either: it was not meant by itself.
    if (!meaning && prefix === undefined) return
    event.preventDefault()
    if (!meaning) return
    if ('prefix' in meaning) chord.begin(meaning.prefix)
    else act(app, meaning)
  }
  keepAltQuiet()
  window.addEventListener('keydown', onKeyDown)
  window.addEventListener('blur', chord.end)
  window.addEventListener('pointerdown', chord.end)
}

/** Do the keys mean what they always do, because a canvas command is not for where the keyboard is? */
function isElsewhere(command: Command, { target, code }: KeyboardEvent, app: App): boolean {
  if (command.on !== 'canvas') return false
  return !isCanvasFocus(target) || (code === 'Tab' && !enabled(command, app))
}

/** Runs a command; one that can't be used now says why, as nothing on the screen would. */
function act(app: App, command: Command): void {
  const usable = usableNow(command, app)
  if (usable === true) void command.run(app)
  else app.announce(usable)
}

function chordTimer() {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(timer)
    if (halfPressed.getState().prefix !== undefined) halfPressed.setState({ prefix: undefined })
  }
  return {
    end,
    begin: (prefix: string) => {
      halfPressed.setState({ prefix })
      timer = setTimeout(end, PATIENCE_MS)
    },
  }
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}

/** Enter and Space press the button that has the focus, whatever else they may mean. */
function isPressOfControl({ code, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if ((code !== 'Enter' && code !== 'Space') || ctrlKey || metaKey || altKey) return false
  return isWithin(target, 'button, a, summary, [role=button], [role=tab], [role=switch], [role=checkbox]')
}

/**
 * Alt pressed and let go opens the window's menu on Windows and Linux. That stays, but not when it was held for
 * something else: for a shortcut, or while the mouse was used.
 */
function keepAltQuiet(): void {
  let used = false
  const down = ({ key, repeat }: KeyboardEvent) => {
    if (key !== 'Alt') used = true
    else if (!repeat) used = false
  }
  const up = (event: KeyboardEvent) => {
    if (event.key === 'Alt' && used) event.preventDefault()
  }
  const use = () => {
    used = true
  }
  window.addEventListener('keydown', down, true)
  window.addEventListener('keyup', up, true)
  window.addEventListener('pointerdown', use, true)
  window.addEventListener('wheel', use, { capture: true, passive: true })
}
