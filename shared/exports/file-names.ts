/** Names that no other file of the same export has on any system, not even where case does not count. */
import { freeId } from '../basics/slug'

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Hands out names for one export. */
export function fileNames(): (wanted: string, ending: string) => string {
  const taken = new Set<string>()
  return (wanted, ending) => {
    const stem = freeId(safe(wanted), (name) => taken.has((name + ending).toLowerCase()))
    taken.add((stem + ending).toLowerCase())
    return stem + ending
  }
}

/** Letters and digits of every script, hyphens, underscores and dots; nothing that a path or a shell would read. */
function safe(wanted: string): string {
  const stem = wanted
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|(?<![.-])[.-]+$/g, '')
  const short = [...stem].slice(0, 100).join('')
  if (short === '') return 'export'
  return RESERVED.test(short.split('.')[0] ?? '') ? `_${short}` : short
}
