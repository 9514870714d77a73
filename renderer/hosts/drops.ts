/** Files dropped on the window. */
import type { Result } from '../../shared/basics/result'
import type { OpenedFile } from '../../shared/host'
import type { Tell } from './emitter'
import type { FileHandle } from './grants'
import { type FileContent, readFile } from './read-file'

/** Reads a dropped file; a file the browser gives a handle for can be saved to later. */
export type OpenDropped = (file: File, handle: FileHandle | undefined) => Promise<Result<OpenedFile>>

/** Tells of a file dropped on the page: `opened` with its content, or `open-failed`; of several by `dropped`. */
export function listenToDrops(page: Window, open: OpenDropped, tell: Tell): void {
  page.addEventListener('dragover', (drag) => {
    if (drag.dataTransfer?.types.includes('Files')) drag.preventDefault()
  })
  page.addEventListener('drop', async (drag) => {
    const items = [...(drag.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file')
    if (items.length === 0) return
    drag.preventDefault()
    // Handles and files must be asked for at once: the list is empty after the first pause.
    const dropped = items.map((item) => ({ file: item.getAsFile(), handle: handleOf(item) }))
    const [only] = dropped
    if (dropped.length > 1)
      return tellOfAll(
        dropped.flatMap(({ file }) => file ?? []),
        tell,
      )
    const opened = only?.file && (await open(only.file, await only.handle))
    if (opened?.ok) tell('opened', opened.value)
    else if (opened) tell('open-failed', opened.error)
  })
}

/** They are read, and no more: nothing is saved back into several files. */
async function tellOfAll(files: readonly File[], tell: Tell): Promise<void> {
  const contents: FileContent[] = []
  for (const file of files) {
    const content = await readFile(file)
    if (!content.ok) return tell('open-failed', content.error)
    contents.push(content.value)
  }
  tell('dropped', { files: contents })
}

async function handleOf(item: DataTransferItem): Promise<FileHandle | undefined> {
  const ask = (item as { getAsFileSystemHandle?: () => Promise<FileHandle | null> }).getAsFileSystemHandle
  const handle = await ask?.call(item).catch(() => null)
  return handle?.kind === 'file' ? handle : undefined
}
