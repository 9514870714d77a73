/** Names that no other file of the same export has on any system, not even where case does not count. */
import { freeId } from '../basics/slug'
import { byteLength } from '../design/json-limits'

const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i

/** Hands out names for one export. */
export function fileNames(): (wanted: string, ending: string) => string {
  const taken = new Set<string>()
  return (wanted, ending) => {
    const stem = freeId(safe(wanted), (name) => taken.has(folded(name + ending)))
    taken.add(folded(stem + ending))
    return stem + ending
  }
}

/** Letters and digits of every script, hyphens, underscores and dots; nothing that a path or a shell would read. */
function safe(wanted: string): string {
  const stem = wanted
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|(?<![.-])[.-]+$/g, '')
  const short = shortened(stem)
  if (short === '') return 'export'
  return RESERVED.test(short.split('.')[0] ?? '') ? `_${short}` : short
}

/** At most as many bytes as leave room for a number and an ending; Linux counts bytes. */
function shortened(stem: string): string {
  let short = ''
  let bytes = 0
  for (const character of stem) {
    bytes += byteLength(character)
    if (bytes > 200) break
    short += character
  }
  return short
}

/** Alike are names of one file where capitals and small letters are the same. */
function folded(name: string): string {
  return name.toUpperCase().toLowerCase().normalize('NFC')
}
