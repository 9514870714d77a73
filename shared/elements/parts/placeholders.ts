/**
 * Placeholders that people leave in task definitions for a pipeline to fill in. They may hold any character, but not any
 * number of them: a text of opening brackets would be searched to its end once for each.
 */

const PLACEHOLDER =
  /\$\{[^}]{0,300}\}|(?<!\{)\{\{.{0,300}?\}\}|<[^<>\s][^<>]*>|(?<!\$)\${3,}[^$]{1,300}\${3,}|#\{[^}]{0,300}\}#?|\$\([^)]{0,300}\)|\$[A-Za-z_]\w*|%[A-Za-z_]\w*%/g

const BEGINNING = /[$<{#%]/

/**
 * The text with every placeholder overwritten by as many `x`, so that a colon or slash in one is not taken for
 * structure. Offsets found in it are good for the text itself.
 */
export function masked(text: string): string {
  if (!holdsPlaceholder(text)) return text
  return text.replace(PLACEHOLDER, (placeholder) => 'x'.repeat(placeholder.length))
}

/** Is there a placeholder anywhere in it? */
export function holdsPlaceholder(text: string): boolean {
  // Most texts have none of its first characters, and this is asked of every image by every rule about images.
  return BEGINNING.test(text) && text.search(PLACEHOLDER) >= 0
}

/** Is it made of placeholders and nothing else? */
export function isPlaceholder(text: string): boolean {
  return text !== '' && text.replace(PLACEHOLDER, '') === ''
}

/** What stands before, between and behind the placeholders of a text. */
export function aroundPlaceholders(text: string): readonly string[] {
  return text.split(PLACEHOLDER)
}
