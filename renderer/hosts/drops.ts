/** Files dropped on the window. */
import type { EventName, HostEvent } from '../../shared/host'
import { type FileHandle, type Grants, newGrants } from './grants'
import { readFile } from './read-file'

/** What a drop can tell: it stands for any of the host's events, and says nothing about the others. */
type Say<E extends EventName> = (payload: HostEvent<E>) => void

/**
 * Tells of each file dropped on the page: `opened` with its content, or `open-failed`. A file the browser gives a handle
 * for can be saved to later.
 */
export function listenToDrops<E extends EventName>(
  page: Window,
  event: E,
  listener: Say<E>,
  grants: Grants = newGrants(),
): () => void {
  if (event !== 'opened' && event !== 'open-failed') return () => undefined
  const over = (drag: DragEvent) => {
    if (drag.dataTransfer?.types.includes('Files')) drag.preventDefault()
  }
  const drop = async (drag: DragEvent) => {
    const items = [...(drag.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file')
    if (items.length === 0) return
    drag.preventDefault()
    // Handles and files must be asked for at once: the list is empty after the first pause.
    const dropped = items.map((item) => ({ file: item.getAsFile(), handle: handleOf(item) }))
    for (const { file, handle } of dropped) {
      const content = file && (await readFile(file))
      if (!content) continue
      if (!content.ok) {
        if (event === 'open-failed') (listener as Say<'open-failed'>)(content.error)
      } else if (event === 'opened') {
        const granted = grants.grant(content.value.name, await handle)
        ;(listener as Say<'opened'>)({ ...content.value, ...granted })
      }
    }
  }
  page.addEventListener('dragover', over)
  page.addEventListener('drop', drop)
  return () => {
    page.removeEventListener('dragover', over)
    page.removeEventListener('drop', drop)
  }
}

async function handleOf(item: DataTransferItem): Promise<FileHandle | undefined> {
  const ask = (item as { getAsFileSystemHandle?: () => Promise<FileHandle | null> }).getAsFileSystemHandle
  const handle = await ask?.call(item).catch(() => null)
  return handle?.kind === 'file' ? handle : undefined
}
