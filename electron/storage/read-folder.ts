/** A folder's files, for an import. */
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/basics/result'
import { filesOf } from '../../shared/imports/folder'
import { fileFailure } from './file-failure'
import type { Files } from './files'
import { readDocument } from './read-document'

/** The files by their paths in the folder, as text. */
export async function readFolder(
  files: Files,
  folder: string,
): Promise<Result<{ readonly name: string; readonly text: string }[]>> {
  const name = basename(folder)
  try {
    const paths = await filesOf(async (path) => {
      const names = await files.list(join(folder, path))
      return Promise.all(
        names.map(async (entry) => ({
          name: entry,
          is: await files.describe(join(folder, path, entry)).then(
            ({ is }) => is,
            // A link to nothing.
            () => 'other' as const,
          ),
        })),
      )
    })
    if (!paths.ok) return fail({ ...paths.error, file: name })
    const found: { readonly name: string; readonly text: string }[] = []
    for (const path of paths.value) {
      const document = await readDocument(files, join(folder, path))
      if (!document.ok) return document
      found.push({ name: path, text: document.value.text })
    }
    return ok(found)
  } catch (error) {
    return fail(fileFailure(error, name, 'read'))
  }
}
