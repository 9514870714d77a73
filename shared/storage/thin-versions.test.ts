import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KeptVersion, thinVersions, versionLimits } from './thin-versions'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const start = Date.UTC(2026, 4, 4)

const at = (kept: number, bytes = 1000): KeptVersion => ({ id: String(kept), kept, bytes })

/** Someone who saves every ten minutes, day and night; each save puts a version aside and thins the others. */
function savedFor(duration: number): readonly KeptVersion[] {
  let versions: readonly KeptVersion[] = []
  for (let now = start; now <= start + duration; now += 10 * MINUTE) {
    versions = thinVersions([at(now), ...versions], now)
  }
  return versions
}

describe('of versions put aside every ten minutes', () => {
  it('the newest three stay', () => {
    const ages = savedFor(30 * MINUTE).map(({ kept }) => (start + 30 * MINUTE - kept) / MINUTE)
    expect(ages).toEqual([0, 10, 20])
  })

  it('the last of each hour stays for eight hours, and of each day for a week', () => {
    const end = start + 30 * DAY + 12 * HOUR
    const versions = savedFor(30 * DAY + 12 * HOUR)
    const hours = new Set(versions.map(({ kept }) => Math.floor(kept / HOUR)))
    for (let hour = 0; hour < 8; hour++) expect(hours).toContain(Math.floor(end / HOUR) - hour)
    const days = new Set(versions.map(({ kept }) => Math.floor(kept / DAY)))
    for (let day = 0; day < 7; day++) expect(days).toContain(Math.floor(end / DAY) - day)
    expect(versions.length).toBeLessThanOrEqual(3 + 8 + 7)
    expect(Math.min(...versions.map(({ kept }) => kept))).toBeGreaterThanOrEqual(end - 7 * DAY)
  })
})

it('a version of last year stays while it is among the newest three', () => {
  const old = at(start - 365 * DAY)
  expect(thinVersions([old], start)).toEqual([old])
  expect(thinVersions([old, at(start), at(start - 1), at(start - 2)], start)).not.toContain(old)
})

it('what does not fit goes, oldest first, but never the newest', () => {
  const half = versionLimits.bytes / 2
  const versions = [at(start, half), at(start - 1, half), at(start - 2, 1)]
  expect(thinVersions(versions, start)).toEqual(versions.slice(0, 2))
  expect(thinVersions([at(start, 3 * half)], start)).toHaveLength(1)
})

const someVersions = fc
  .uniqueArray(fc.integer({ min: 0, max: 20 * DAY }), { maxLength: 60 })
  .chain((ages) =>
    fc.tuple(...ages.map((age) => fc.nat(20 * 1024 * 1024).map((bytes) => at(start - age, bytes)))),
  )

describe('for any versions', () => {
  it('some of them stay, newest first, within the space', () =>
    fc.assert(
      fc.property(someVersions, (versions) => {
        const stay = thinVersions(versions, start)
        expect(versions).toEqual(expect.arrayContaining(stay))
        expect(stay.map(({ kept }) => kept)).toEqual(stay.map(({ kept }) => kept).sort((a, b) => b - a))
        const newest = Math.max(...versions.map(({ kept }) => kept))
        if (versions.length > 0) expect(stay[0]?.kept).toBe(newest)
        const bytes = stay.reduce((sum, version) => sum + version.bytes, 0)
        expect(bytes <= versionLimits.bytes || stay.length === 1).toBe(true)
      }),
    ))

  it('thinning again, or in another order, changes nothing', () =>
    fc.assert(
      fc.property(someVersions, (versions) => {
        const stay = thinVersions(versions, start)
        expect(thinVersions(stay, start)).toEqual(stay)
        expect(thinVersions([...versions].reverse(), start)).toEqual(stay)
      }),
    ))

  it('each hour of the last eight and each day of the week that had one still has one', () =>
    fc.assert(
      fc.property(someVersions, (versions) => {
        const light = versions.map((version) => ({ ...version, bytes: 1 }))
        const stay = thinVersions(light, start)
        const bucket = (all: readonly KeptVersion[], span: number, longest: number) =>
          new Set(all.filter(({ kept }) => start - kept < longest).map(({ kept }) => Math.floor(kept / span)))
        for (const [span, longest] of [
          [HOUR, versionLimits.hourly],
          [DAY, versionLimits.daily],
        ] as const) {
          expect(bucket(stay, span, longest)).toEqual(bucket(light, span, longest))
        }
      }),
    ))
})
