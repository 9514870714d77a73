/** A foreign text for a message: in quotation marks, on one line, cut where it gets long. */
export function quote(text: string, most = 80): string {
  return `“${cut(text.replace(/\s+/g, ' '), most)}”`
}

/** A text of at most so many characters; where some had to go, an ellipsis says so. */
export function cut(text: string, most: number): string {
  const units = [...text]
  return units.length > most ? `${units.slice(0, most - 1).join('')}…` : text
}

/** A list as a sentence says it: “a, b or c”. */
export function inWords(items: readonly unknown[], word: 'and' | 'or'): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`
}

/** A text as it begins a sentence or a title: its first letter large, the rest as it is. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
