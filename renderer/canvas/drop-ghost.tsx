import { words } from '../strings/words'
import { useGesture } from './gesture'
import { PointerHint } from './pointer-hint'

/** At the pointer: what the hand holds, what letting go of it would mean, and why it can't go there. */
export function DropGhost() {
  const dropping = useGesture((g) => g.dropping)
  const dropReason = useGesture((g) => g.dropReason)
  const dragAt = useGesture((g) => g.dragAt)
  const inserting = useGesture((g) => g.inserting)
  const connecting = useGesture((g) => g.connecting)
  if (dropping) {
    return (
      <PointerHint at={dropping.at} testId="drop-ghost">
        <strong>{dropping.label}</strong>
        {inserting && <span>{words(inserting.says)}</span>}
        {dropReason !== undefined && <span>{words(dropReason)}</span>}
      </PointerHint>
    )
  }
  if (dragAt && inserting) {
    return (
      <PointerHint at={dragAt} testId="insert-hint">
        <span>{words(inserting.says)}</span>
      </PointerHint>
    )
  }
  if (dragAt && dropReason !== undefined) {
    return (
      <PointerHint at={dragAt} testId="drop-reason">
        <span>{words(dropReason)}</span>
      </PointerHint>
    )
  }
  if (connecting?.says !== undefined) {
    return (
      <PointerHint at={connecting.at} testId="connect-says">
        <span>{connecting.says}</span>
      </PointerHint>
    )
  }
  if (!connecting?.refused) return null
  const { reason, rule } = connecting.refused
  return (
    <PointerHint at={connecting.at} testId="connect-reason">
      <span>{words(reason)}</span>
      {rule !== undefined && <code>{rule}</code>}
    </PointerHint>
  )
}
