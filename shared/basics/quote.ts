/** A foreign text for a message: in quotation marks, on one line, cut where it gets long. */
export function quote(text: string, most = 80): string {
  const line = text.replace(/\s+/g, ' ')
  const units = [...line]
  return `“${units.length > most ? `${units.slice(0, most - 1).join('')}…` : line}”`
}
