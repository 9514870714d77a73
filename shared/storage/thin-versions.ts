/**
 * Which earlier versions of a file are worth their space. Hours and days are those of the clock, not spans counted back
 * from now: with spans, the newest version of the last hour would be replaced by every save, and none would grow old.
 */
export interface KeptVersion {
  readonly id: string
  /** When it was put aside, in milliseconds since 1970. */
  readonly kept: number
  readonly bytes: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How many versions of a design stay, and how much space they may take together. */
export const versionLimits = { newest: 3, hourly: 8 * HOUR, daily: 7 * DAY, bytes: 64 * 1024 * 1024 } as const

/**
 * The versions that stay, newest first: the newest three, the last of each hour for eight hours and of each day for a
 * week, as far as they have room together. The newest one stays whatever its size.
 */
export function thinVersions<V extends KeptVersion>(versions: readonly V[], now: number): V[] {
  const sorted = [...versions].sort((a, b) => b.kept - a.kept || (a.id < b.id ? 1 : -1))
  const seen = new Set<string>()
  /** Is it the newest of its hour or day? */
  const first = (bucket: string) => !seen.has(bucket) && seen.add(bucket)
  const wanted = sorted.filter(({ kept }, place) => {
    const age = now - kept
    const ofHour = first(`hour ${Math.floor(kept / HOUR)}`)
    const ofDay = first(`day ${Math.floor(kept / DAY)}`)
    if (place < versionLimits.newest) return true
    return (ofHour && age < versionLimits.hourly) || (ofDay && age < versionLimits.daily)
  })
  let room: number = versionLimits.bytes
  const full = wanted.findIndex(({ bytes }, place) => {
    room -= bytes
    return room < 0 && place > 0
  })
  return full < 0 ? wanted : wanted.slice(0, full)
}
