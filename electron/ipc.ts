/** The main process's end of the bridge: the only place that touches `ipcMain`. */
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { z } from 'zod'
import { type CallName, calls } from '../shared/host'
import { answerCall, type Handlers, isTrusted } from './answer-call'
import type { AppWindow } from './app-window'
import { callChannel, type SignalName, signalChannel, signals } from './channels'

export type SignalHandlers = {
  readonly [S in SignalName]: (window: AppWindow, payload: z.infer<(typeof signals)[S]>) => void
}

/** Listens on every channel. `windowOf` finds the window that a sender belongs to. */
export function listen(
  handlers: Handlers<AppWindow>,
  onSignal: SignalHandlers,
  windowOf: (sender: Electron.WebContents) => AppWindow | undefined,
): void {
  const senderOf = (event: IpcMainEvent | IpcMainInvokeEvent) =>
    isTrusted(event.senderFrame) ? windowOf(event.sender) : undefined
  for (const name of Object.keys(calls) as CallName[]) {
    ipcMain.handle(callChannel(name), (event, ...args: unknown[]) => {
      const window = senderOf(event)
      if (window === undefined) throw new Error('Refused.')
      return answerCall(name, handlers, window, args, (error) => console.error(`${name} failed:`, error))
    })
  }
  for (const name of Object.keys(signals) as SignalName[]) {
    ipcMain.on(signalChannel(name), (event, payload: unknown) => {
      const window = senderOf(event)
      const checked = signals[name].safeParse(payload)
      if (window === undefined || !checked.success) return
      const handler = onSignal[name] as (window: AppWindow, payload: unknown) => void
      handler(window, checked.data)
    })
  }
}
