import { expect, it } from 'vitest'
import { sameJson } from '../../../shared/basics/json'
import { parseDesign, serialize } from '../../../shared/design/serialize'
import { graphOf } from '../../../shared/graph/graph'
import { validate } from '../../../shared/rules/validate'
import { generate, SYSTEM } from './generate'

it.each([1, SYSTEM, 100, 1000])('a design of %i elements has that many, and no error', (size) => {
  const design = generate(size)
  expect(Object.keys(design.elements)).toHaveLength(size)
  expect(validate(design).filter(({ severity }) => severity === 'error')).toEqual([])
  expect(graphOf(design).dangling.size).toBe(0)
})

it('is the same every time, and survives being written and read', () => {
  const again = parseDesign(serialize(generate(200)))
  expect(again.ok && sameJson(again.value, generate(200))).toBe(true)
})
