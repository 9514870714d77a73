/** What the user keeps to themselves about designs, in `notes.json`. */
import { join } from 'node:path'
import { z } from 'zod'
import type { Files } from './files'
import { jsonFile } from './json-file'

const schema = z.object({ notes: z.record(z.string(), z.string()) })

export interface Notes {
  readonly read: () => Promise<Readonly<Record<string, string>>>
  /** Undefined forgets it. */
  readonly write: (key: string, note: string | undefined) => Promise<void>
}

/** The notes kept in this folder. */
export function notesFile(files: Files, folder: string): Notes {
  const file = jsonFile(files, join(folder, 'notes.json'), schema, { notes: {} })
  return {
    read: async () => (await file.read()).notes,
    write: (key, note) =>
      file.change(({ notes }) => {
        const next = new Map(Object.entries(notes))
        if (note === undefined) next.delete(key)
        else next.set(key, note)
        return { notes: Object.fromEntries(next) }
      }),
  }
}
