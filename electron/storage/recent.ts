/** The files that were opened or saved last, newest first, in `recent.json`. */
import { join } from 'node:path'
import { z } from 'zod'
import type { Files } from './files'
import { jsonFile } from './json-file'

const LONGEST = 20
const schema = z.object({ files: z.array(z.string()) })

export interface Recent {
  /** Those that are still there. */
  readonly list: () => Promise<readonly string[]>
  readonly add: (path: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  readonly clear: () => Promise<void>
}

/** The list kept in this folder. */
export function recentFiles(files: Files, folder: string): Recent {
  const file = jsonFile(files, join(folder, 'recent.json'), schema, { files: [] })
  const change = (edit: (paths: readonly string[]) => string[]) =>
    file.change(({ files: paths }) => ({ files: edit(paths) }))
  const isThere = (path: string) =>
    files.describe(path).then(
      () => true,
      () => false,
    )
  return {
    async list() {
      const { files: paths } = await file.read()
      const there = await Promise.all(paths.map(isThere))
      return paths.filter((_, i) => there[i])
    },
    add: (path) => change((paths) => [path, ...paths.filter((other) => other !== path)].slice(0, LONGEST)),
    remove: (path) => change((paths) => paths.filter((other) => other !== path)),
    clear: () => change(() => []),
  }
}
