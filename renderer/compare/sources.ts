/** What the open design can be compared with, read from wherever it is. */
import { ok, type Result } from '../../shared/basics/result'
import type { Design } from '../../shared/design/design'
import { holdsDesign } from '../../shared/design/serialize'
import { baseName } from '../../shared/imports/base-name'
import { type FileRead, isPicture } from '../../shared/pictures/carried/file-content'
import { readFileText } from '../document/file-texts'
import { designInFile } from '../document/open-picture'
import { readFiles } from '../document/reading'
import type { App } from '../store'

/** A design that was read to be compared. */
export interface Source {
  readonly design: Design
  readonly name: string
  /** It was made of a file of another tool, which may tell of a part only. */
  readonly isImport: boolean
}

/** Asks for files and reads up to that many; none when the user cancels. */
export async function chooseSources(app: App, most: number): Promise<Result<readonly Source[]>> {
  const files = await app.host.importFiles()
  if (!files.ok) return files
  const sources: Source[] = []
  for (const file of files.value.slice(0, most)) {
    const source = await readSource(file)
    if (!source) return ok([])
    if (!source.ok) return source
    sources.push(source.value)
  }
  return ok(sources)
}

/** The design in a file: written there, carried by a picture, or made of what another tool wrote; undefined: cancelled. */
export async function readSource(file: FileRead): Promise<Result<Source> | undefined> {
  const { name } = file
  if (isPicture(file)) {
    const read = await designInFile(file)
    return read.ok ? ok({ design: read.value.design, name, isImport: false }) : read
  }
  if (holdsDesign(file.text)) {
    const design = readFileText(file.text, name)
    return design.ok ? ok({ design: design.value, name, isImport: false }) : design
  }
  const imported = await readFiles([file])
  if (!imported?.ok) return imported
  return ok({ design: imported.value.design, name: baseName(name), isImport: true })
}
