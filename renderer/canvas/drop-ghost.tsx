import { words } from '../strings/words'
import { useGesture } from './gesture'
import { PointerHint } from './pointer-hint'

/** What the hand holds, at the pointer, and why it can't go into what is below. */
export function DropGhost() {
  const dropping = useGesture((g) => g.dropping)
  const dropReason = useGesture((g) => g.dropReason)
  const connecting = useGesture((g) => g.connecting)
  if (dropping) {
    return (
      <PointerHint at={dropping.at} testId="drop-ghost">
        <strong>{dropping.label}</strong>
        {dropReason !== undefined && <span>{words(dropReason)}</span>}
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
