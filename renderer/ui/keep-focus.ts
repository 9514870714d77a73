const FOCUSABLE = 'button:not([tabindex="-1"]), input, textarea, [tabindex="0"]'

/**
 * To be called with a button that goes away by what it does, such as the fix of a problem: the focus then goes to what is
 * nearest, and not to the top of the page.
 */
export function keepFocusNear(button: Element): void {
  const around: Element[] = []
  for (let place = button.parentElement; place; place = place.parentElement) around.push(place)
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const place = around.find((one) => one.isConnected && one.querySelector(FOCUSABLE))
    place?.querySelector<HTMLElement>(FOCUSABLE)?.focus()
  })
}
