/** Guesses which name was meant. */

/**
 * The name of a list that somebody probably meant: the same letters in another case, a few letters apart, or written out.
 * Undefined where none is near enough.
 */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const plain = written.toLowerCase()
  const same = names.find((name) => name.toLowerCase() === plain)
  if (same !== undefined) return same
  const allowed = Math.max(1, Math.floor(written.length / 3))
  const apart = names.map((name) => ({ name, by: distance(plain, name.toLowerCase()) }))
  const closest = apart.sort((a, b) => a.by - b.by)[0]
  if (closest && closest.by <= allowed) return closest.name
  return names.find((name) => isShortFor(plain, name.toLowerCase()))
}

/** How many letters have to be added, left out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** `containerdefs` is short for `containerdefinitions`: it begins alike, and has its letters in the same order. */
function isShortFor(short: string, long: string): boolean {
  if (short.length < 4 || !long.startsWith(short.slice(0, 4))) return false
  let next = 0
  for (const letter of long) if (letter === short[next]) next++
  return next === short.length
}
