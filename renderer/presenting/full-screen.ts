/** The whole screen, as far as the system lets a page have it: only right after a press, and in some windows never. */

let ours = false

export function isFullScreen(): boolean {
  return typeof document !== 'undefined' && document.fullscreenElement !== null
}

/** Takes the whole screen; where that is refused, the window is enough. */
export async function enterFullScreen(): Promise<void> {
  if (typeof document === 'undefined' || isFullScreen() || !document.fullscreenEnabled) return
  ours = true
  // All of the page, as lists that open lie outside of what is presented.
  await document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => {
    ours = false
  })
}

/** Gives it back, unless it was had before. */
export async function leaveFullScreen(): Promise<void> {
  if (typeof document === 'undefined') return
  if (ours && isFullScreen()) await document.exitFullscreen().catch(() => undefined)
  ours = false
}

/** Tells when the screen is taken or given back. */
export function onFullScreen(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed)
  return () => document.removeEventListener('fullscreenchange', changed)
}
