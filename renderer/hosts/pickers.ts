/** Choosing files in a browser: by the File System Access API where there is one, else by an input and downloads. */
import type { FileHandle } from './grants'
import { isNamed } from './read-file'

interface FileType {
  readonly description: string
  readonly accept: Readonly<Record<string, readonly string[]>>
}

interface PickerWindow {
  readonly showOpenFilePicker?: (options: {
    types: readonly FileType[]
    multiple: boolean
  }) => Promise<FileHandle[]>
  readonly showSaveFilePicker?: (options: {
    suggestedName: string
    types?: readonly FileType[]
  }) => Promise<FileHandle>
  readonly showDirectoryPicker?: (options: {
    mode: 'read' | 'readwrite'
  }) => Promise<FileSystemDirectoryHandle>
}

export interface Chosen {
  readonly file: File
  readonly handle?: FileHandle
}

/** Can this browser write to files that the user chose? */
export function hasPickers(page: Window): boolean {
  return (page as PickerWindow).showSaveFilePicker !== undefined
}

/** Asks for files; none when the user cancels. */
export async function chooseFiles(
  page: Window,
  types: readonly FileType[],
  multiple: boolean,
): Promise<Chosen[]> {
  const { showOpenFilePicker } = page as PickerWindow
  if (!showOpenFilePicker) return chooseByInput(page, types, multiple)
  const handles = await unlessCancelled(showOpenFilePicker.call(page, { types, multiple }))
  return Promise.all((handles ?? []).map(async (handle) => ({ file: await handle.getFile(), handle })))
}

/** Asks where to save; undefined when the user cancels. Only where `hasPickers`. */
export async function chooseTarget(
  page: Window,
  suggestedName: string,
  types?: readonly FileType[],
): Promise<FileHandle | undefined> {
  return unlessCancelled(
    (page as PickerWindow).showSaveFilePicker?.call(page, { suggestedName, ...(types ? { types } : {}) }),
  )
}

/** Asks for a folder; undefined when the user cancels. Only where `hasPickers`. */
export async function chooseFolder(
  page: Window,
  mode: 'read' | 'readwrite',
): Promise<FileSystemDirectoryHandle | undefined> {
  return unlessCancelled((page as PickerWindow).showDirectoryPicker?.call(page, { mode }))
}

/** Asks for a folder where there are no pickers: its files by their paths; undefined when the user cancels. */
export function chooseFolderByInput(page: Window): Promise<readonly File[] | undefined> {
  const input = page.document.createElement('input')
  input.type = 'file'
  input.webkitdirectory = true
  return new Promise((answer) => {
    input.addEventListener('change', () => answer([...(input.files ?? [])]))
    input.addEventListener('cancel', () => answer(undefined))
    input.click()
  })
}

/** Writes all of it or nothing: the browser swaps the file when the stream is closed. */
export async function writeTo(handle: FileSystemFileHandle, content: string | Uint8Array): Promise<void> {
  const stream = await handle.createWritable()
  try {
    await stream.write(typeof content === 'string' ? content : Uint8Array.from(content))
  } catch (error) {
    await stream.abort()
    throw error
  }
  await stream.close()
}

/** Hands a file to the browser's downloads. */
export function download(page: Window, name: string, content: string | Uint8Array): void {
  const url = URL.createObjectURL(
    new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]),
  )
  const link = page.document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the content once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

async function unlessCancelled<T>(answer: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (isNamed(error, 'AbortError')) return undefined
    throw error
  }
}

function chooseByInput(page: Window, types: readonly FileType[], multiple: boolean): Promise<Chosen[]> {
  const input = page.document.createElement('input')
  input.type = 'file'
  input.multiple = multiple
  input.accept = types.flatMap((type) => Object.values(type.accept).flat()).join(',')
  return new Promise((answer) => {
    input.addEventListener('change', () => answer([...(input.files ?? [])].map((file) => ({ file }))))
    input.addEventListener('cancel', () => answer([]))
    input.click()
  })
}
