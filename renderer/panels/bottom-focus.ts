/** The bottom panel takes the focus when a key opens it, and gives it back when the key closes it. */
import type { App, BottomTab } from '../store'

let before: Element | null = null

const panelNow = () => document.querySelector('.app-bottom')

/** Opens a tab of the bottom panel, with the keyboard in it; closes the panel when that tab is open. */
export function toggleBottom(app: App, tab: BottomTab): void {
  if (app.store.getState().bottomTab !== tab) openBottom(app, tab)
  else {
    leavePanel()
    app.patch({ bottomTab: undefined })
  }
}

/** Opens a tab of the bottom panel, with the keyboard in it. */
export function openBottom(app: App, tab: BottomTab): void {
  app.patch({ bottomTab: tab })
  // Where it was before that panel was opened, however many tabs were looked at since.
  if (!panelNow()?.contains(document.activeElement)) before = document.activeElement
  // It is drawn with the next frame.
  requestAnimationFrame(() => focusIn(panelNow()))
}

function focusIn(panel: Element | null): void {
  const row = panel?.querySelector<HTMLElement>('[role=row][tabindex="0"]')
  const [first, inBody] = ['button', 'section > :last-child button'].map((place) =>
    panel?.querySelector<HTMLElement>(place),
  )
  ;(row ?? inBody ?? first)?.focus()
}

/** To be called before the panel goes. Focus that is elsewhere stays there. */
function leavePanel(): void {
  const within = panelNow()?.contains(document.activeElement)
  if (within && before instanceof HTMLElement) before.focus()
  before = null
}
