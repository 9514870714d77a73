import { type Status, signs } from './changes'
import './status-sign.css'

/** The sign of a status in its colour; the word stands beside it, or is said by the row. */
export function StatusSign({ status }: { readonly status: Status }) {
  return (
    <span className="status-sign status-colored" data-status={status} aria-hidden="true">
      {signs[status]}
    </span>
  )
}
