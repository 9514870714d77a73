import { useGesture } from './gesture'

/** What is being dragged from the palette, at the pointer, with the reason when it can't go into what is below. */
export function DropGhost() {
  const dropping = useGesture((g) => g.dropping)
  const reason = useGesture((g) => g.dropReason)
  if (!dropping) return null
  const { x, y } = dropping.at
  return (
    <div
      className="drop-ghost"
      style={{ transform: `translate(${x + 12}px, ${y + 12}px)` }}
      data-testid="drop-ghost"
    >
      <strong>{dropping.label}</strong>
      {reason !== undefined && <span>{reason}</span>}
    </div>
  )
}
