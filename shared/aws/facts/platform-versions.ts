/**
 * Fargate's platform versions: which exist, and which are older than another. Linux and Windows count apart: 1.0.0 of
 * Windows is current, 1.0.0 of Linux is long gone.
 */
import { toNumber } from '../../basics/convert'
import type { FactSource } from './fact'
import type { OperatingSystem } from './fargate-sizes'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
  checked: '2026-11-26',
}

/** What AWS takes when no platform version is given: always the newest one. */
export const LATEST = 'LATEST'

export interface PlatformVersions {
  /** The ones that new tasks and services may name, oldest first. LATEST means the last of them. */
  readonly current: readonly [string, ...string[]]
  /** The ones that AWS has closed, oldest first. Linux 1.3.0 takes no new tasks since 2026, in every Region. */
  readonly retired: readonly string[]
}

export const platformVersions: Readonly<Record<OperatingSystem, PlatformVersions>> = {
  LINUX: { current: ['1.4.0'], retired: ['1.0.0', '1.1.0', '1.2.0', '1.3.0'] },
  WINDOWS: { current: ['1.0.0'], retired: [] },
}

/**
 * Is it an explicit platform version below another? LATEST and a version left out are below none, and of what is no
 * version nobody can tell.
 */
export function isBelow(version: string | undefined, minimum: string): boolean {
  if (version === undefined || version === minimum || version === LATEST) return false
  if (!/^\d+(\.\d+)*$/.test(version)) return false
  const mine = version.split('.').map(toNumber)
  const theirs = minimum.split('.').map(toNumber)
  const differs = theirs.findIndex((part, i) => part !== (mine[i] ?? 0))
  return differs >= 0 && (mine[differs] ?? 0) < (theirs[differs] ?? 0)
}
