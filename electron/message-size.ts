/** How much may cross the border between page and main process at once. */

/** The largest file that Fairlead opens has 64 MiB; its name and a few marks go with it. */
export const LARGEST_MESSAGE = 64 * 1024 * 1024 + 64 * 1024

/** What each value takes beside its text or bytes. */
const VALUE_BYTES = 8

/** Would these values take more than that? Stops counting as soon as they do; depth is no matter. */
export function isTooLarge(values: unknown, limit = LARGEST_MESSAGE): boolean {
  const waiting: unknown[] = [values]
  let bytes = 0
  while (waiting.length > 0 && bytes <= limit) {
    const value = waiting.pop()
    bytes += VALUE_BYTES
    if (typeof value === 'string') bytes += Buffer.byteLength(value)
    else if (ArrayBuffer.isView(value)) bytes += value.byteLength
    else if (value instanceof ArrayBuffer) bytes += value.byteLength
    else if (value instanceof Map || value instanceof Set) for (const entry of value) waiting.push(entry)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        bytes += key.length
        waiting.push(member)
      }
    }
  }
  return bytes > limit
}
