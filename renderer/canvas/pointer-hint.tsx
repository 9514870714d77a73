import type { ReactNode } from 'react'
import type { Point } from './gesture'

const WIDTH = 280
const GAP = 12

interface Props {
  /** The pointer, in window coordinates. */
  readonly at: Point
  readonly testId: string
  readonly children: ReactNode
}

/** A few words beside the pointer; on its other side where the window ends. */
export function PointerHint({ at, testId, children }: Props) {
  const flip = at.x + GAP + WIDTH > window.innerWidth
  const x = flip ? `calc(${at.x - GAP}px - 100%)` : `${at.x + GAP}px`
  return (
    <div
      className="pointer-hint"
      data-testid={testId}
      style={{ transform: `translate(${x}, ${at.y + GAP}px)` }}
    >
      {children}
    </div>
  )
}
