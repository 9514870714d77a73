import { expect, test } from 'vitest'
import { type Design, designSchema } from '../../../shared/design/design'
import { edit } from '../../../shared/design/edit'
import { compareDesigns } from '../../../shared/review/compare/comparison'
import { generate } from './generate'

/** Without the objects of any other copy, as from another file. */
const read = (design: Design) => designSchema.parse(structuredClone(design))

test('two designs of 1,000 elements are compared at once, their problems too', () => {
  const before = generate(1000)
  const after = edit(before, (draft) => {
    for (const { kind, spec } of Object.values(draft.elements)) if (kind === 'service') spec.desiredCount = 7
  }).design
  const times = Array.from({ length: 3 }, () => {
    const [a, b] = [read(before), read(after)]
    const start = performance.now()
    const { counts, problems } = compareDesigns(a, b)
    expect(counts.changed).toBeGreaterThan(90)
    expect(problems.mended.length).toBeGreaterThan(0)
    return performance.now() - start
  })
  const best = Math.min(...times)
  console.info(
    `Comparing two designs of 1,000 elements: ${best.toFixed()} ms at best; 300 ms on an idle computer.`,
  )
  // Other tests run at the same time.
  expect(best).toBeLessThan(1500)
})
