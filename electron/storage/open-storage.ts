/** The storage of designs with the app's data in this folder, for the app and the command line. */
import { join } from 'node:path'
import { fileLocks } from './file-lock'
import type { Files } from './files'
import { createQueue } from './queue'
import type { Storage } from './save-document'
import { fileVersions } from './versions'

/** Designs may be anywhere; what is kept about them is in this folder. */
export function openStorage(files: Files, folder: string): Storage {
  return {
    files,
    saves: createQueue(),
    locks: fileLocks(files, join(folder, 'locks')),
    versions: fileVersions(files, join(folder, 'versions')),
    now: Date.now,
  }
}
