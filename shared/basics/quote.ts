import { isolated, visible } from './characters'

/** A foreign text for a message: in quotation marks, on one line, cut where it gets long, nothing hidden in it. */
export function quote(text: string, most = 80): string {
  return `“${isolated(visible(cut(text.replace(/\s+/g, ' '), most)))}”`
}

/** A text of at most so many characters; where some had to go, an ellipsis says so. */
export function cut(text: string, most: number): string {
  const units = [...text]
  return units.length > most ? `${units.slice(0, most - 1).join('')}…` : text
}

/** A text as it begins a sentence or a title: its first letter large, the rest as it is. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
