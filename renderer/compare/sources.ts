/** What the open design can be compared with, read from wherever it is. */
import { fail, ok, type Result } from '../../shared/basics/result'
import { holdsDesign } from '../../shared/design/serialize'
import { type FileRead, isPicture } from '../../shared/pictures/carried/file-content'
import { readFileText } from '../document/file-texts'
import { designInFile } from '../document/open-picture'
import { readFiles } from '../document/reading'
import type { App } from '../store'
import { t } from '../strings/strings'
import type { Content } from './pair'

/** A file that was read to be compared. */
export interface Source {
  readonly name: string
  readonly content: Content
}

/** Asks for files and reads up to that many; none when the user cancels. */
export async function chooseSources(app: App, most: number): Promise<Result<readonly Source[]>> {
  const files = await app.host.importFiles()
  if (!files.ok) return files
  const sources: Source[] = []
  for (const file of files.value.slice(0, most)) {
    const content = await readContent(file)
    if (!content) return ok([])
    if (!content.ok) return content
    sources.push({ name: file.name, content: content.value })
  }
  return ok(sources)
}

/** The design in a file: written there, carried by a picture, or made of what another tool wrote; undefined: cancelled. */
async function readContent(file: FileRead): Promise<Result<Content> | undefined> {
  if (isPicture(file)) {
    const read = await designInFile(file)
    return read.ok ? ok({ of: 'design', design: read.value.design }) : read
  }
  if (holdsDesign(file.text)) {
    const read = readFileText(file.text, file.name)
    return read.ok ? ok({ of: 'design', design: read.value }) : read
  }
  const read = await readFiles([file])
  if (!read?.ok) return read
  if (Object.keys(read.value.design.elements).length === 0) {
    const [what, mend] = [t('compare.open.nothing', { name: file.name }), t('compare.open.nothingMend')]
    return fail({ code: 'compare-nothing', what, mend })
  }
  return ok({ of: 'import', imported: read.value })
}
