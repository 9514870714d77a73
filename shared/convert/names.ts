/** Names that Kubernetes takes. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */

const LONGEST = 63

/** Small letters, digits and hyphens, with a letter at the start: what Services may be called, too. */
export function dnsLabel(text: string, fallback: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '')
    .slice(0, LONGEST)
    .replace(/-$/, '')
  return words === '' ? fallback : words
}

/** A name that is free among the taken ones, which then hold it. */
export function freeLabel(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let n = 2; taken.has(name); n++) name = `${wanted.slice(0, LONGEST - 4)}-${n}`
  taken.add(name)
  return name
}
