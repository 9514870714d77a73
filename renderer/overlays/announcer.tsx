import { useAppState } from '../app-context'

/**
 * Reads out what changed to those who can't see it. It is there before it has something to say, and the same text said
 * twice is another element: otherwise screen readers stay silent.
 */
export function Announcer() {
  const said = useAppState((state) => state.said)
  return (
    <div className="visually-hidden" role="status" data-testid="announcer">
      {said && <p key={said.times}>{said.text}</p>}
    </div>
  )
}
