/**
 * The page's end of the bridge. Runs in the page's process but in a world of its own, sandboxed; the page gets plain
 * functions, one for each call, and never an event, a channel name or `ipcRenderer`.
 *
 * Answers and events are checked here, against the same schemas as in the main process: what reaches the page fits.
 */
import './no-eval'
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { type CallName, calls, type EventName, events } from '../shared/host'
import { callChannel, eventChannel, type SignalName, signalChannel } from './channels'

type Listener = (payload: unknown) => void

/** What came before the page listened, such as a file from the command line. */
const waiting = new Map<EventName, unknown[]>()
const listeners = new Map<EventName, Set<Listener>>()

for (const name of Object.keys(events) as EventName[]) {
  ipcRenderer.on(eventChannel(name), (_event, payload: unknown) => {
    const checked = events[name].safeParse(payload)
    if (!checked.success) return
    const known = listeners.get(name)
    if (known === undefined || known.size === 0) {
      waiting.set(name, [...(waiting.get(name) ?? []), checked.data])
    } else for (const listener of known) listener(checked.data)
  })
}

function on(name: EventName, listener: Listener): () => void {
  if (!Object.hasOwn(events, name)) throw new Error('There is no such event.')
  const known = listeners.get(name) ?? new Set()
  listeners.set(name, known.add(listener))
  for (const payload of waiting.get(name) ?? []) listener(payload)
  waiting.delete(name)
  return () => known.delete(listener)
}

function call(name: CallName) {
  return async (...args: unknown[]): Promise<unknown> =>
    calls[name].answer.parse(await ipcRenderer.invoke(callChannel(name), ...args))
}

function signal(name: SignalName, payload: unknown): void {
  ipcRenderer.send(signalChannel(name), payload)
}

/** The path of a design dropped on the window; a file that the page made up has none. */
function droppedDesign(event: DragEvent): string | undefined {
  const [file, ...others] = event.dataTransfer?.files ?? []
  if (file === undefined || others.length > 0 || !file.name.toLowerCase().endsWith('.fairlead'))
    return undefined
  return webUtils.getPathForFile(file) || undefined
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit'].includes(target.type)
  }
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}

// A dropped design is opened, so that it can be saved again; the page gets every other drop, for an import.
window.addEventListener('dragover', (event) => event.preventDefault())
window.addEventListener(
  'drop',
  (event) => {
    event.preventDefault()
    const path = droppedDesign(event)
    if (path === undefined) return
    event.stopPropagation()
    signal('dropped', path)
  },
  { capture: true },
)
window.addEventListener('focusin', (event) => signal('editing', isTextField(event.target)))
window.addEventListener('focusout', (event) => signal('editing', isTextField(event.relatedTarget)))

contextBridge.exposeInMainWorld('fairleadHost', {
  ...Object.fromEntries((Object.keys(calls) as CallName[]).map((name) => [name, call(name)])),
  on,
})
