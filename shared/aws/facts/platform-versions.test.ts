import { expect, it } from 'vitest'
import { isBelow, platformVersions } from './platform-versions'

it.each([
  ['1.3.0', true],
  ['1.0.0', true],
  ['1.3', true],
  ['1.4.0', false],
  ['1.4', false],
  ['1.10.0', false],
  ['2.0.0', false],
  ['LATEST', false],
  ['<version>', false],
  ['', false],
  [undefined, false],
])('%s is below 1.4.0: %s', (version, below) => expect(isBelow(version, '1.4.0')).toBe(below))

it('names every version once, the newest last', () => {
  for (const { retired, current } of Object.values(platformVersions)) {
    const all = [...retired, ...current]
    expect(all.slice(1).every((version, i) => isBelow(all[i], version))).toBe(true)
  }
})
