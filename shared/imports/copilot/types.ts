/** The types of Copilot manifests. https://aws.github.io/copilot-cli/docs/manifest/overview/ */
export const types = [
  'Load Balanced Web Service',
  'Backend Service',
  'Worker Service',
  'Scheduled Job',
  'Request-Driven Web Service',
  'Static Site',
  'Environment',
] as const

export type ManifestType = (typeof types)[number]

/** The type of that name; undefined for any other text. */
export function type(written: unknown): ManifestType | undefined {
  return types.find((known) => known === written)
}
