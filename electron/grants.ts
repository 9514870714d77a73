/**
 * The files that the page may use. It knows them by opaque ids, which arise only from a dialog, the recent list, the
 * command line or a drop; a path never goes to the page, and none is accepted from it.
 */
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { GrantedFile } from '../shared/host'

export interface Grants {
  /** Grants a file; the same file always has the same id. */
  readonly grant: (path: string) => GrantedFile
  /** The path behind an id, or undefined when it was never granted. */
  readonly path: (id: string) => string | undefined
  /** Takes every grant back. */
  readonly clear: () => void
}

/** An empty table. `newId` must be impossible to guess. */
export function createGrants(newId: () => string = randomUUID): Grants {
  const paths = new Map<string, string>()
  const ids = new Map<string, string>()
  return {
    grant(path) {
      const id = ids.get(path) ?? newId()
      ids.set(path, id)
      paths.set(id, path)
      return { id, name: basename(path) }
    },
    path: (id) => paths.get(id),
    clear() {
      paths.clear()
      ids.clear()
    },
  }
}
