/** What a browser throws at files, as failures. */
import { fail, type Result } from '../../shared/basics/result'
import { type FailureName, fileFailure } from './read-file'

/** By the names of DOM exceptions; where two doings differ, reading comes first. */
const REASONS: Readonly<Record<string, Readonly<Record<'read' | 'write', FailureName>>>> = {
  NotFoundError: { read: 'gone', write: 'goneAway' },
  NotAllowedError: { read: 'refused', write: 'refused' },
  // The browser shows a dialog only in answer to the user, and may think that too long ago.
  SecurityError: { read: 'refused', write: 'refused' },
  QuotaExceededError: { read: 'read', write: 'full' },
  NoModificationAllowedError: { read: 'read', write: 'locked' },
}

/** Turns what the browser throws at files into a failure; anything else is a bug and stays an exception. */
export async function guarded<T>(
  file: string | undefined,
  doing: 'read' | 'write',
  act: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return fail(fileFailure(REASONS[error.name]?.[doing] ?? doing, file))
  }
}
