/** Readable ids: `Orders API` becomes `orders-api`, and a second one `orders-api-2`. */

/** Turns any text into an id of lower-case letters, digits and hyphens; `fallback` when nothing is left of it. */
export function slug(text: string, fallback: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '')
  return words || fallback
}

/** Hands out ids as `freeId` does; however many want the same one, each is found at once. */
export function freeIds(taken: (id: string) => boolean): (wanted: string) => string {
  const next = new Map<string, number>()
  return (wanted) => {
    if (!taken(wanted)) return wanted
    let n = next.get(wanted) ?? 2
    while (taken(`${wanted}-${n}`)) n++
    next.set(wanted, n + 1)
    return `${wanted}-${n}`
  }
}

/** The wanted id, or the first of `wanted-2`, `wanted-3`, … that is not taken. */
export function freeId(wanted: string, taken: (id: string) => boolean): string {
  if (!taken(wanted)) return wanted
  let n = 2
  while (taken(`${wanted}-${n}`)) n++
  return `${wanted}-${n}`
}
