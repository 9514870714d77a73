/**
 * Walks over the brackets and numbers of a JSON text, broken or not, without parsing it. `visit` gets each with its offset,
 * `visitText` the offsets of each text with its quotes; answering true ends the walk.
 */
export function scanJson(
  text: string,
  visit: (token: string, offset: number) => boolean,
  visitText: (start: number, end: number) => boolean = () => false,
): void {
  let i = 0
  while (i < text.length) {
    const char = text.charAt(i)
    let end = i + 1
    if (char === '"') end = endOfString(text, i)
    else if (char === '-' || isDigit(char)) end = endOfNumber(text, i)
    else if (!'{}[]'.includes(char)) {
      i = end
      continue
    }
    if (char === '"' ? visitText(i, end) : visit(text.slice(i, end), i)) return
    i = end
  }
}

function endOfString(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && text[i] !== '"' && text[i] !== '\n') i += text[i] === '\\' ? 2 : 1
  return i + 1
}

function endOfNumber(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && (isDigit(text.charAt(i)) || '.eE+-'.includes(text.charAt(i)))) i++
  return i
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}
