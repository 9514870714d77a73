/** The real outside of the command line: the disk and the process's streams. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { ok } from '../../shared/basics/result'
import { english } from '../../shared/texts/text'
import { contentOf, fileAt } from '../git/file-history'
import { atomicWrite } from '../storage/atomic-write'
import { errorCode, nodeFiles } from '../storage/files'
import { openStorage } from '../storage/open-storage'
import { replaceFile } from '../storage/save-document'
import type { Io, PathInfo } from './io'

/**
 * Works on the real disk; what it prints goes to the process's own output. With the app's data folder, a design waits for
 * the app's own saves, and what it replaces can be had back there.
 */
export function nodeIo(assets: string, version: string, data?: string): Io {
  return {
    readFile,
    writeFile: (path, content) => write(path, content, data),
    makeFolder: async (path) => {
      await mkdir(path, { recursive: true })
    },
    stat: pathInfo,
    list: readdir,
    git: {
      content: (expression) => contentOf(process.cwd(), expression),
      async committed(path) {
        const file = await fileAt(await nodeFiles.realPath(path), 'HEAD')
        return file.ok ? ok(file.value.bytes) : file
      },
    },
    stdin: () => buffer(process.stdin),
    stdout: (content) => void process.stdout.write(content),
    stderr: (text) => void process.stderr.write(text),
    today: () => new Date().toISOString().slice(0, 10),
    assets,
    version,
  }
}

async function write(path: string, content: string | Uint8Array, data: string | undefined): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  // Renaming a file over /dev/null or a pipe would replace it.
  if ((await pathInfo(path)).is === 'other') await writeFile(path, bytes)
  else if (data !== undefined && path.toLowerCase().endsWith('.fairlead'))
    await writeDesign(path, bytes, data)
  else await atomicWrite(nodeFiles, path, bytes)
}

async function writeDesign(path: string, bytes: Uint8Array, data: string): Promise<void> {
  const { versions, ...storage } = openStorage(nodeFiles, data)
  // A build server may have no folder for data. What was replaced is then in its repository.
  const keep: typeof versions.keep = (...version) => versions.keep(...version).catch(() => undefined)
  const real = await nodeFiles.realPath(path)
  const written = await replaceFile({ ...storage, versions: { ...versions, keep } }, real, bytes, 'anything')
  if (!written.ok) throw Object.assign(new Error(english(written.error.what)), { code: 'EFBIG' })
}

async function pathInfo(path: string): Promise<PathInfo> {
  try {
    const info = await stat(path)
    if (info.isFile()) return { is: 'file', size: info.size }
    return { is: info.isDirectory() ? 'folder' : 'other' }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { is: 'nothing' }
    throw error
  }
}
