import type { PressEvent } from 'react-aria-components'

/**
 * To be called when a button is pressed that goes away by what it does, such as the fix of a problem. The keyboard then
 * goes on from what was around the button, and not from the top of the page. No field takes the focus: there the keys
 * that undo what was pressed would belong to its text.
 */
export function keepFocusNear({ target, pointerType }: PressEvent): void {
  if (pointerType !== 'keyboard' && pointerType !== 'virtual') return
  const around: HTMLElement[] = []
  for (let place = target.parentElement; place; place = place.parentElement) around.push(place)
  requestAnimationFrame(() => {
    const place = around.find((one) => one.isConnected)
    if (!place || document.activeElement !== document.body) return
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1
    place.focus({ preventScroll: true })
  })
}
