/** The panel takes the focus when its key opens it, and gives it back when the key closes it. */

let before: Element | null = null

/** To be called when the panel was opened; it is drawn with the next frame. */
export function enterPanel(): void {
  before = document.activeElement
  requestAnimationFrame(() => focusIn(document.querySelector('.problems')))
}

function focusIn(panel: Element | null): void {
  const row = panel?.querySelector<HTMLElement>('[role=row][tabindex="0"]')
  const target = row ?? panel?.querySelector('button')
  target?.focus()
}

/** To be called before the panel goes. Focus that is elsewhere stays there. */
export function leavePanel(): void {
  const within = document.querySelector('.problems')?.contains(document.activeElement)
  if (within && before instanceof HTMLElement) before.focus()
  before = null
}
