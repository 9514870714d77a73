/**
 * The save. The new content is written beside the file first; just before the browser swaps the two, what is on the disk
 * is compared with what was last seen there, so that the moment in which another program's write could be missed is as
 * short as it can be.
 */
import { limits } from '../../shared/basics/limits'
import { fail, ok, type Result } from '../../shared/basics/result'
import type { FileHandle } from './grants'
import { fileFailure, isNamed } from './read-file'
import { sha256 } from './sha256'
import type { Replaced } from './versions'

interface Save {
  readonly handle: FileHandle
  readonly content: string | Uint8Array<ArrayBuffer>
  /** SHA-256 of what may be replaced; absent: anything, because the user has just said so. */
  readonly base: string | undefined
  /** Keeps a copy of what is replaced. */
  readonly putAside: (replaced: Replaced) => Promise<void>
}

/** Answers the SHA-256 of what is in the file now, read back from the disk. */
export async function replaceFile({ handle, content: given, base, putAside }: Save): Promise<Result<string>> {
  const content = typeof given === 'string' ? new TextEncoder().encode(given) : given
  const wanted = await sha256(content)
  const stream = await handle.createWritable()
  try {
    await stream.write(content)
    const before = await contentOf(handle)
    if (before && base !== undefined && before.hash !== base) {
      await stream.abort()
      return fail(fileFailure('changed', handle.name))
    }
    if (before?.content?.byteLength && before.hash !== wanted) {
      await putAside({ content: before.content, saved: before.saved })
    }
  } catch (error) {
    await stream.abort().catch(() => undefined)
    throw error
  }
  await stream.close()
  const after = await contentOf(handle)
  return after?.hash === wanted ? ok(wanted) : fail(fileFailure('unsure', handle.name))
}

interface Content {
  /** Absent when it is larger than any design or its picture: it can't be one of ours, and is not read. */
  readonly content?: Uint8Array<ArrayBuffer>
  readonly hash?: string
  readonly saved: number
}

/** What is on the disk; undefined when there is no file. */
async function contentOf(handle: FileHandle): Promise<Content | undefined> {
  try {
    const file = await handle.getFile()
    if (file.size > limits.pictureBytes) return { saved: file.lastModified }
    const content = new Uint8Array(await file.arrayBuffer())
    return { content, hash: await sha256(content), saved: file.lastModified }
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return undefined
    throw error
  }
}
