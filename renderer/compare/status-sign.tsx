import { type Status, signs } from './changes'

/** The sign of a status in its colour; the word stands beside it, or is said by the row. */
export function StatusSign({ status }: { readonly status: Status }) {
  return (
    <span className="status-sign" data-status={status} aria-hidden="true">
      {signs[status]}
    </span>
  )
}
