/** The real outside of the command line: the disk and the process's streams. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { atomicWrite } from '../storage/atomic-write'
import { errorCode, nodeFiles } from '../storage/files'
import type { Io, PathInfo } from './io'

/** Works on the real disk; what it prints goes to the process's own output. */
export function nodeIo(assets: string, version: string): Io {
  return {
    readFile,
    writeFile: write,
    makeFolder: async (path) => {
      await mkdir(path, { recursive: true })
    },
    stat: pathInfo,
    list: readdir,
    stdin: () => buffer(process.stdin),
    stdout: (content) => void process.stdout.write(content),
    stderr: (text) => void process.stderr.write(text),
    today: () => new Date().toISOString().slice(0, 10),
    assets,
    version,
  }
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  // Renaming a file over /dev/null or a pipe would replace it.
  if ((await pathInfo(path)).is === 'other') await writeFile(path, content)
  else
    await atomicWrite(
      nodeFiles,
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    )
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
