/** Kinds of elements that calls of AWS make, and those that are only drawn. */

/** Drawn for people, or facts about where AWS is: nothing makes them. */
export const drawnOnly: ReadonlySet<string> = new Set([
  'availability-zone',
  'external-system',
  'frame',
  'image-registry',
  'note',
  'region',
  'users',
])

/** Made by Kubernetes, not by a call of AWS. */
export function isOfKubernetes(kind: string): boolean {
  return kind.startsWith('kubernetes-')
}
