/** Does a text fit a pattern, as IAM and EKS read one: a star for any text, a question mark for one character? */
export function fitsWildcards(pattern: string, text: string): boolean {
  // Most patterns have none, or are just a star.
  if (pattern === '*' || !/[*?]/.test(pattern)) return pattern === '*' || pattern === text
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`, 's').test(text)
}
