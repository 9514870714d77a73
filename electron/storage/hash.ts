import { createHash } from 'node:crypto'

/** The SHA-256 of a file's content, or of a path, in hexadecimal digits. */
export function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
