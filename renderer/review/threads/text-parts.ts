/** The links in a comment: its text is plain, and only addresses of the web that are safe to show become links. Pure. */
export interface TextPart {
  readonly text: string
  /** An https address that it leads to. */
  readonly href?: string
}

// Brackets and the full stop behind an address belong to the sentence.
const ADDRESS = /https:\/\/[^\s<>"'`]+/g
const TRAILING = '.,;:!?)]}*_'

/** The text cut into links and what is between them; joined again it is the text. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0])
    const href = httpsOf(address)
    if (href === undefined) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index) })
    parts.push({ text: address, href })
    from = match.index + address.length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}

/** A bracket that was opened in the address is closed in it. */
function trimmed(address: string): string {
  let end = address.length
  while (TRAILING.includes(address.charAt(end - 1))) end--
  const balanced = address.slice(0, end + 1)
  const isBalanced = balanced.endsWith(')') && balanced.split('(').length === balanced.split(')').length
  return isBalanced ? balanced : address.slice(0, end)
}

function httpsOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { href, protocol, username, hostname } = new URL(address)
  return protocol === 'https:' && username === '' && hostname !== '' ? href : undefined
}
