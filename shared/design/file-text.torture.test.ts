/** R7: what is written is read back first. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameJson } from '../basics/json'
import { fargateTask } from '../rules/examples'
import { design } from '../testing/arbitraries'
import { type Design, emptyDesign } from './design'
import { readBack } from './file-text'
import { serialize } from './serialize'

const DESIGNS = process.env.TORTURE ? 10_000 : 1000

test('every design comes back as it was written', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(design, (original) => {
      const written = readBack(original)
      if (!written.ok) throw new Error(`Refused: ${JSON.stringify(written.error)}`)
      expect(sameJson(JSON.parse(written.value), original)).toBe(true)
    }),
    { numRuns: DESIGNS },
  )
  console.info(`R7: ${DESIGNS} designs read back equal`)
})

test('it can fail: a writer that drops a member is found out', () => {
  let dropped = 0
  let refused = 0
  const forgetful = (original: Design) =>
    serialize({
      ...original,
      elements: Object.fromEntries(
        Object.entries(original.elements).map(([id, { label: _, ...rest }]) => [id, rest]),
      ),
    } as Design)
  fc.assert(
    fc.property(design, (original) => {
      if (!Object.values(original.elements).some(({ label }) => label !== undefined)) return
      dropped++
      if (!readBack(original, forgetful).ok) refused++
    }),
    { numRuns: 300 },
  )
  expect(dropped).toBeGreaterThan(50)
  expect(refused).toBe(dropped)
})

test('reading back 5,000 elements takes no longer than a save may', () => {
  const large: Design = {
    ...emptyDesign('Large'),
    elements: Object.fromEntries(
      Array.from({ length: 5000 }, (_, n) => [`task-${n}`, fargateTask({ family: `task-${n}` })]),
    ),
  }
  const start = process.cpuUsage()
  expect(readBack(large).ok).toBe(true)
  const { user } = process.cpuUsage(start)
  console.info(`R7: 5,000 elements written and read back in ${Math.round(user / 1000)} ms`)
  expect(user / 1000).toBeLessThan(2000)
})
