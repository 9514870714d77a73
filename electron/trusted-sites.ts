/** The sites that a click may open at once; of any other the user first sees the whole address. */

const SITES = new Set(['docs.aws.amazon.com', 'aws.amazon.com'])

/** Is this an address on one of them? */
export function isTrustedSite(address: string): boolean {
  const { protocol, hostname, port, username } = new URL(address)
  return protocol === 'https:' && SITES.has(hostname) && port === '' && username === ''
}
