import { useEffect } from 'react'
import { gestures } from './gesture'

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
      if (!(event.target instanceof Element) || !isCanvasFocus(event.target)) return
      event.preventDefault()
      if (!event.repeat) gestures.setState({ spaceHeld: true })
    }
    const onBlur = () => gestures.setState({ spaceHeld: false })
    window.addEventListener('keydown', onKey)
    window.addEventListener('keyup', onKey)
    window.addEventListener('blur', onBlur)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('keyup', onKey)
      window.removeEventListener('blur', onBlur)
    }
  }, [])
}

/** Has the canvas the keyboard? Also when nothing has. */
export function isCanvasFocus(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.matches('.canvas .react-flow'))
}
