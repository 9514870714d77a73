import { useEffect } from 'react'
import { gestures } from './gesture'
import { pointerInWindow } from './hand/pointer-now'

/** While Space is held over the canvas the hand moves the view; then the tool before is back. */
export function useSpace(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'Space') return
      if (event.type === 'keyup') {
        gestures.setState({ spaceHeld: false })
        return
      }
      // Elsewhere Space presses buttons and writes blanks.
      if (!isCanvasFocus(event.target) && !isLeftBehind(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) gestures.setState({ spaceHeld: true })
    }
    const onBlur = () => gestures.setState({ spaceHeld: false })
    const stopWatching = watchClicks()
    // Before the button that has the focus hears of it.
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('keyup', onKey, true)
    window.addEventListener('blur', onBlur)
    return () => {
      stopWatching()
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('keyup', onKey, true)
      window.removeEventListener('blur', onBlur)
    }
  }, [])
}

// Not by :focus-visible: that is true of whatever has the focus as soon as a key is pressed.
let clicked: Element | null = null

/** Remembers the button that got the focus by being clicked, for as long as it has it. */
function watchClicks(): () => void {
  const onDown = ({ target }: PointerEvent) => {
    clicked = target instanceof Element ? target.closest('button') : null
  }
  const onLeave = ({ target }: FocusEvent) => {
    if (target === clicked) clicked = null
  }
  window.addEventListener('pointerdown', onDown, true)
  window.addEventListener('focusout', onLeave)
  return () => {
    window.removeEventListener('pointerdown', onDown, true)
    window.removeEventListener('focusout', onLeave)
  }
}

/** Has a button the focus only because it was clicked, before the hand went on to the canvas? */
function isLeftBehind(target: EventTarget | null): boolean {
  return (
    pointerInWindow() !== undefined &&
    target instanceof Element &&
    target === clicked &&
    !target.matches(':hover') &&
    target.closest('[role=dialog], [role=menu]') === null
  )
}

/** Has the canvas the keyboard? Also when nothing has. */
export function isCanvasFocus(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.matches('.canvas .react-flow'))
}
