/** What is said when the page names a file that it was never granted, or is not any more. */
import { type Failure, fail, type Result } from '../../shared/basics/result'
import type { AppWindow } from '../app-window'

const GONE: Failure = {
  code: 'file-grant',
  what: 'The app has no such file any more.',
  mend: 'Choose it with “Open…”, or use “Save As…”.',
}

/** The path behind an id of the page. */
export function grantedPath({ grants }: AppWindow, id: string): Result<string> {
  const path = grants.path(id)
  return path === undefined ? fail(GONE) : { ok: true, value: path }
}
