/** Where files are, in words for people. */
import { homedir } from 'node:os'
import { dirname } from 'node:path'

/** The folder as people know it: their home is `~`. */
export function placeOf(path: string): string {
  const folder = dirname(path)
  const home = homedir()
  return folder === home || folder.startsWith(`${home}/`) || folder.startsWith(`${home}\\`)
    ? `~${folder.slice(home.length)}`
    : folder
}
