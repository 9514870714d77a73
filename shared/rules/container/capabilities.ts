/** Linux capabilities as rules see them. */

/** A capability as ECS spells it: `NET_ADMIN` for the kernel’s own `CAP_NET_ADMIN`, and for `net_admin`. */
export function capabilityName(written: string): string {
  return written.trim().toUpperCase().replace(/^CAP_/, '')
}
