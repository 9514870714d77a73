/** Which files of a folder an import looks at: whatever its formats write, and not what tools keep for themselves. */
import { limits } from '../basics/limits'
import { fail, ok, type Result } from '../basics/result'
import { say } from '../texts/text'

export interface FolderEntry {
  readonly name: string
  readonly is: 'file' | 'folder' | 'other'
}

const ENDINGS = /\.(?:json|ya?ml|tf|tfstate|jsonnet|template)$/i
const LOCKS = /^(?:package-lock|npm-shrinkwrap|tsconfig|\.terraform\.lock)\b/i
const TOOLS: ReadonlySet<string> = new Set(['node_modules', 'vendor', 'dist', 'build', 'cdk.out'])

/**
 * The files of a folder and of those within it, by paths with slashes, in order. `list` answers what is in the folder
 * under such a path; the empty one is the folder itself.
 */
export async function filesOf(
  list: (path: string) => Promise<readonly FolderEntry[]>,
): Promise<Result<readonly string[]>> {
  const found: string[] = []
  const open = ['']
  for (
    let path = open.shift();
    path !== undefined && found.length <= limits.folderFiles;
    path = open.shift()
  ) {
    const entries = [...(await list(path))].sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const { name, is } of entries) {
      if (name.startsWith('.') || TOOLS.has(name) || LOCKS.test(name)) continue
      const at = path === '' ? name : `${path}/${name}`
      if (is === 'folder') open.push(at)
      else if (is === 'file' && ENDINGS.test(name)) found.push(at)
    }
  }
  if (found.length <= limits.folderFiles) return ok(found)
  return fail({
    code: 'too-many',
    ...{ limit: limits.folderFiles, actual: found.length },
    what: say`The folder holds more than ${limits.folderFiles} files that could be imported.`,
    mend: 'Choose a folder within it.',
  })
}
