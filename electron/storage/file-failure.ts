/** What the system's error codes mean to somebody who wants to open or save a file. */
import type { Failure } from '../../shared/basics/result'
import { say, type Text } from '../../shared/texts/text'
import { errorCode } from './files'

type Advice = Pick<Failure, 'what' | 'mend'>

const REASONS: Readonly<Record<string, Advice>> = {
  ENOENT: {
    what: 'The file or its folder is not there any more.',
    mend: 'Choose it again, or save elsewhere.',
  },
  EACCES: {
    what: 'You have no permission for this file or its folder.',
    mend: 'Change it, or choose another folder.',
  },
  EPERM: { what: 'The system does not allow this here.', mend: 'Choose another folder.' },
  EROFS: { what: 'The disk is read-only.', mend: 'Choose a folder on another disk.' },
  ENOSPC: { what: 'The disk is full.', mend: 'Free some space, or save to another disk.' },
  EDQUOT: { what: 'Your disk quota is used up.', mend: 'Free some space, or save to another disk.' },
  EBUSY: { what: 'Another program is using the file.', mend: 'Close it there and try again.' },
  EMFILE: { what: 'Too many files are open.', mend: 'Close other programs and try again.' },
  EISDIR: { what: 'This is a folder.', mend: 'Choose a file.' },
  ENOTDIR: { what: 'Its folder is not a folder any more.', mend: 'Choose another folder.' },
  ENAMETOOLONG: { what: 'The name is too long for this disk.', mend: 'Choose a shorter name.' },
  ELOOP: { what: 'This link leads back to itself.', mend: 'Choose another file.' },
  EIO: { what: 'The disk reports an error.', mend: 'Save to another disk now, and check this one.' },
}

function unknownReason(doing: 'read' | 'write', code: string): Text {
  const bracketed = code === '' ? '' : ` (${code})`
  return doing === 'read'
    ? say`The file could not be read${bracketed}.`
    : say`The file could not be written${bracketed}.`
}

/** The failure to show; for a save it adds what became of the file. */
export function fileFailure(error: unknown, file: string, doing: 'read' | 'write'): Failure {
  const code = errorCode(error)
  const { what, mend } = REASONS[code] ?? {
    what: unknownReason(doing, code),
    mend: 'Try again, or choose another folder.',
  }
  const failure = { code: `file-${doing}`, file, what, mend }
  return doing === 'write' ? stillUnsaved(failure) : failure
}

/** A failed save also says what became of the file. */
export function stillUnsaved(failure: Failure): Failure {
  const mend = say`${failure.mend} The file on disk is whole; your changes are still open and unsaved.`
  return { ...failure, mend }
}
