/** Files of other people, beside the repository where they are there. No test depends on them; what is not run is said. */
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The path of a folder of the corpus, with a slash at its end. */
export function corpusFolder(name: string): string {
  return fileURLToPath(new URL(`../../../shared/corpus/${name === '' ? '' : `${name}/`}`, import.meta.url))
}

/** The names of the files in such a folder; none, and a line that says so, where it is not there. */
export function corpusFiles(name: string): readonly string[] {
  const folder = corpusFolder(name)
  if (existsSync(folder)) return readdirSync(folder).sort()
  console.info(`../shared/corpus/${name} is not there: no files of other people are read.`)
  return []
}
