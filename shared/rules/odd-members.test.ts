import { describe, expect, test } from 'vitest'
import { edit } from '../design/edit'
import { oddValues, withOddMembers } from '../testing/odd-members'
import { exampleDesigns } from '../testing/problems'
import { rules } from './registry'
import { validateWith } from './validate'

describe('no rule and no fix fails on a member of a shape that nobody expects', () => {
  test.each(Object.entries(oddValues))('%s', { timeout: 60_000 }, (_, odd) => {
    const failures: string[] = []
    let checks = 0
    for (const rule of rules) {
      for (const { place, design } of withOddMembers(exampleDesigns(rule), odd)) {
        checks++
        try {
          for (const { fix } of validateWith(design, [rule])) if (fix) edit(design, fix.apply)
        } catch (error) {
          failures.push(`${rule.id}, ${place}: ${error}`)
        }
      }
    }
    expect(checks).toBeGreaterThan(rules.length)
    expect(failures).toEqual([])
  })
})
