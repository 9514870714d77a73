/** Which `git` is run: the one of the user's PATH, never one that lies beside a design. */
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The folders of the PATH that can be trusted. An empty or relative one stands for the current folder, which may hold
 * anything; Windows looks there even before the PATH, so a bare name is never handed to it.
 */
export function trustedPath(environment: Environment): readonly string[] {
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return (environment[name] ?? '').split(delimiter).filter(isAbsolute)
}

/** The whole path of the installed git; undefined when there is none. */
export async function findGit(environment: Environment): Promise<string | undefined> {
  const program = process.platform === 'win32' ? 'git.exe' : 'git'
  for (const folder of trustedPath(environment)) {
    const path = join(folder, program)
    if (await canRun(path)) return path
  }
  return undefined
}

async function canRun(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
