/** Names of load balancers and target groups. */
import { balancerNames } from '../../aws/facts/load-balancers'

const { max, reserved } = balancerNames

/** Letters, digits and hyphens, none of those at an end. */
export function isBalancerName(name: string): boolean {
  return name.length <= max && /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/.test(name)
}

/** The nearest name that AWS takes; empty when nothing is left of the text. */
export function balancerName(text: string): string {
  return text
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, max)
    .replace(/(?<!-)-+$/, '')
}

/** A name that begins like those that AWS gives to internal load balancers. */
export function isReservedName(name: string): boolean {
  return name.startsWith(reserved)
}
