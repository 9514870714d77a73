/** Inbound rules of security groups that let everybody in. */
import { isObject } from '../../basics/json'
import { EVERYWHERE } from '../../elements/parts/routes'

interface Sources {
  readonly CidrIp?: string | undefined
  readonly CidrIpv6?: string | undefined
}

/** Does it name the whole internet, by IPv4 or IPv6? */
export function isOpen({ CidrIp, CidrIpv6 }: Sources): boolean {
  return CidrIp === EVERYWHERE || CidrIpv6 === '::/0'
}

/** The same for an item of a draft, which may be anything. */
export function isOpenItem(item: unknown): item is Record<string, unknown> {
  return isObject(item) && isOpen(item as Sources)
}
