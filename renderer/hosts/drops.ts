/** Files dropped on the window. */
import type { Result } from '../../shared/basics/result'
import type { OpenedFile } from '../../shared/host'
import type { Tell } from './emitter'
import type { FileHandle } from './grants'

/** Reads a dropped file; a file the browser gives a handle for can be saved to later. */
export type OpenDropped = (file: File, handle: FileHandle | undefined) => Promise<Result<OpenedFile>>

/** Tells of each file dropped on the page: `opened` with its content, or `open-failed`. */
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
    for (const { file, handle } of dropped) {
      const opened = file && (await open(file, await handle))
      if (!opened) continue
      if (opened.ok) tell('opened', opened.value)
      else tell('open-failed', opened.error)
    }
  })
}

async function handleOf(item: DataTransferItem): Promise<FileHandle | undefined> {
  const ask = (item as { getAsFileSystemHandle?: () => Promise<FileHandle | null> }).getAsFileSystemHandle
  const handle = await ask?.call(item).catch(() => null)
  return handle?.kind === 'file' ? handle : undefined
}
