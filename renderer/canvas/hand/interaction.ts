/** What a hand does on the canvas between pressing and letting go. */
import type { Scene } from '../../../shared/figures/scene'
import type { App } from '../../store'
import type { Point } from '../gesture'

/** The pointer, with the modifiers that are held. */
export interface Pointer {
  /** In window coordinates. */
  readonly at: Point
  /** On the canvas. */
  readonly point: Point
  readonly shift: boolean
  /** ⌘ on a Mac, Ctrl elsewhere. */
  readonly mod: boolean
  readonly alt: boolean
}

export interface Interaction {
  readonly move: (pointer: Pointer) => void
  readonly up: (pointer: Pointer) => void
  /** Escape was pressed, or the system took the pointer away: nothing happened. */
  readonly cancel: () => void
}

/** What an interaction works on; the scene is the newest one whenever it is asked for. */
export interface Surface {
  readonly app: App
  readonly scene: () => Scene
}

/** Below that many pixels a hand that shakes has clicked. */
const SLOP = 3

/** A press that becomes a drag once the pointer has moved, and else is a click. */
export function pressing(
  down: Pointer,
  { click, drag }: { readonly click: (up: Pointer) => void; readonly drag: () => Interaction | undefined },
): Interaction {
  let moved = false
  let running: Interaction | undefined
  return {
    move: (pointer) => {
      if (!moved && Math.hypot(pointer.at.x - down.at.x, pointer.at.y - down.at.y) < SLOP) return
      if (!moved) running = drag()
      moved = true
      running?.move(pointer)
    },
    up: (pointer) => (moved ? running?.up(pointer) : click(pointer)),
    cancel: () => running?.cancel(),
  }
}
