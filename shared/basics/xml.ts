/** Text for XML; what XML can't hold at all (control characters, halves of pairs) is dropped. */
export function escapeXml(text: string): string {
  // Nearly every text is written as it is, and a large report has a hundred thousand of them.
  return special.test(text) ? escaped(text) : text
}

/** Also characters that turn out to be harmless, such as line breaks. */
const special = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/u

function escaped(text: string): string {
  return [...text]
    .filter(isXmlCharacter)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff)
}
