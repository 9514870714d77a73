import type { PlacedThread } from '../../../shared/review/threads'
import { useApp, useDesign } from '../../app-context'
import { firstLine } from '../panel/thread-filter'
import { subjectLine } from '../panel/thread-rows'
import { ThreadKindIcon } from '../thread-kind-icon'
import { showThread } from '../threads/show-thread'

/** The change requests in the way; a press leaves the dialog and goes to one. */
export function RequestList({ requests }: { readonly requests: readonly PlacedThread[] }) {
  const app = useApp()
  const design = useDesign()
  return (
    <ul className="approve-list">
      {requests.map(({ id, kind, pin, comments: [first] }) => (
        <li key={id}>
          <button
            type="button"
            className="approve-request"
            onClick={() => {
              app.patch({ overlay: undefined })
              void showThread(app, id)
            }}
          >
            <ThreadKindIcon kind={kind} />
            <span className="approve-request-subject">{subjectLine(design, pin)}</span>
            <span className="approve-request-text">
              {first?.author}: {firstLine(first?.text ?? '')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
