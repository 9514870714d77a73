/** The temporary files that saves write beside a design, and what is done about those whose writer is gone. */
import { basename, dirname, join } from 'node:path'
import type { Files } from './files'

/** So long has no save ever taken. */
const HOUR_MS = 3_600_000
/** So much of a name goes into that of its temporary file, which is then still valid on every file system. */
const LONGEST_NAME = 120
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/
const ID_LENGTH = 36 + '.tmp'.length

/** The temporary file of one save, beside its target. */
export function temporaryPath(target: string, id: string): string {
  return join(dirname(target), `${beginning(target)}${id}.tmp`)
}

/** Removes what saves of this file left behind an hour ago or longer: theirs by its exact name, and nothing else. */
export async function removeLeftovers(files: Files, target: string, now: number): Promise<void> {
  const start = beginning(target)
  const isOurs = (name: string) => name.startsWith(start) && ID.test(name.slice(start.length))
  await removeOld(files, dirname(target), isOurs, now)
}

/** The same for all files of a folder that is the app's own. */
export async function removeAllLeftovers(files: Files, folder: string, now: number): Promise<void> {
  await removeOld(files, folder, (name) => name.startsWith('.') && ID.test(name.slice(-ID_LENGTH)), now)
}

async function removeOld(
  files: Files,
  folder: string,
  isOurs: (name: string) => boolean,
  now: number,
): Promise<void> {
  for (const name of (await files.list(folder)).filter(isOurs)) {
    const path = join(folder, name)
    const described = await files.describe(path).catch(() => undefined)
    if (described?.is === 'file' && now - described.modified > HOUR_MS) await files.remove(path)
  }
}

/** `.orders.fairlead.` – cut between characters, by bytes, because Linux counts those. */
function beginning(target: string): string {
  let cut = ''
  for (const character of basename(target)) {
    if (Buffer.byteLength(cut + character) > LONGEST_NAME) break
    cut += character
  }
  return `.${cut}.`
}
