/** Names of exported files, which may come from texts in a design: made valid on every system, inside the folder. */

const LONGEST = 120
/** Windows takes these for devices, whatever follows the first dot. */
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** A name without folders and without characters and halves of such that Windows, macOS or Linux refuse. */
export function safeFileName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '-')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/g, '-')
    .replace(/^[. ]+|(?<![. ])[. ]+$/g, '')
  const dot = clean.lastIndexOf('.')
  const [stem, ending] =
    dot > 0 && clean.length - dot <= 16 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, '']
  const short = shorten(stem, LONGEST - ending.length).replace(/(?<![. ])[. ]+$/, '') || 'export'
  // Blanks before the dot don’t count: `com1 .txt` is a device, too.
  return `${DEVICES.test((short.split('.')[0] ?? '').trimEnd()) ? `_${short}` : short}${ending}`
}

/** Safe names, no two alike even where upper and lower case are the same file. */
export function distinctFileNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const safe = safeFileName(name)
    const dot = safe.lastIndexOf('.')
    const [stem, ending] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, '']
    let free = safe
    for (let n = 2; taken.has(folded(free)); n++) free = `${stem}-${n}${ending}`
    taken.add(folded(free))
    return free
  })
}

function folded(name: string): string {
  return name.toUpperCase().toLowerCase().normalize('NFC')
}

/** Cuts between characters, and by bytes, because Linux counts those. */
function shorten(text: string, bytes: number): string {
  const encoder = new TextEncoder()
  let result = ''
  let used = 0
  for (const character of text) {
    used += encoder.encode(character).byteLength
    if (used > bytes) break
    result += character
  }
  return result
}
