/** The app's own small files (settings, recent files, window): JSON in the app's data folder. */
import { dirname } from 'node:path'
import type { z } from 'zod'
import { isObject } from '../../shared/basics/json'
import { atomicWrite } from './atomic-write'
import { errorCode, type Files } from './files'
import { createQueue } from './queue'

export interface JsonFile<T> {
  readonly read: () => Promise<T>
  readonly write: (value: T) => Promise<void>
  /** Writes what `edit` makes of the value; no other write comes between. */
  readonly change: (edit: (value: T) => T) => Promise<void>
}

/**
 * A file that always has a value: `initial` when there is none. A damaged one is set aside, never deleted, and members
 * that a newer version wrote survive being written by this one.
 */
export function jsonFile<T>(files: Files, path: string, schema: z.ZodType<T>, initial: T): JsonFile<T> {
  const inTurn = createQueue()
  const load = async (): Promise<{ raw: unknown; value: T }> => {
    const bytes = await files.read(path).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    })
    if (bytes === undefined) return { raw: undefined, value: initial }
    const raw = jsonIn(bytes)
    const checked = schema.safeParse(raw)
    if (checked.success) return { raw, value: checked.data }
    await files.rename(path, `${path}.damaged-${Date.now()}`)
    return { raw: undefined, value: initial }
  }
  const change = (edit: (value: T) => T) =>
    inTurn(path, async () => {
      const { raw, value } = await load()
      const edited = edit(value)
      const whole = isObject(raw) && isObject(edited) ? { ...raw, ...edited } : edited
      await files.makeFolder(dirname(path))
      await atomicWrite(files, path, new TextEncoder().encode(`${JSON.stringify(whole, null, 2)}\n`))
    })
  return {
    read: () => inTurn(path, async () => (await load()).value),
    write: (value) => change(() => value),
    change,
  }
}

/** The JSON in these bytes; undefined, which fits no schema, when there is none. */
export function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
