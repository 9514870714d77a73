import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sameJson } from '../basics/json'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { parseDesign, serialize } from '../design/serialize'
import { kindOf } from '../elements/kinds'
import { english } from '../texts/text'
import { type Problem, severities } from './problem'
import { rules, rulesByArea } from './registry'
import type { Rule } from './rule'
import { validate, validateWith } from './validate'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** What the rule files declare, read from their text, so that a rule missing from the registry is noticed. */
const declared = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.includes('/') && file.endsWith('.ts'))
  .flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const alone = text.includes('= defineRule(')
    const ids = [...text.matchAll(/^ {2,4}id: '([^']+)'/gm)].map((match) => match[1] ?? '')
    return alone || text.includes('= ruleFamily(') ? [{ area: dirname(file), file, alone, ids }] : []
  })

const errors = (problems: readonly Problem[]) =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, element, path }) => `${rule} ${element}${path}`)

it('every rule is registered once, in the area of its folder', () => {
  const placed = Object.entries(rulesByArea).flatMap(([area, some]) => some.map(({ id }) => `${area}/${id}`))
  const written = declared.flatMap(({ area, ids }) => ids.map((id) => `${area}/${id}`))
  expect(written.sort()).toEqual(placed.sort())
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
})

it('a rule with a file of its own names the file', () => {
  const wrong = declared.filter(({ alone, file, ids }) => alone && basename(file, '.ts') !== ids.join())
  expect(wrong).toEqual([])
})

it('most rules mend what they find', () => {
  const mends = rules.filter(({ id, examples }) =>
    Object.values(examples().invalid).some(({ design }) =>
      validateWith(
        design,
        rules.filter((rule) => rule.id === id),
      ).some(({ fix }) => fix !== undefined),
    ),
  )
  console.info(`${rules.length} rules, ${mends.length} of them with a quick fix.`)
  expect(mends.length / rules.length).toBeGreaterThan(0.6)
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const { valid, invalid } = rule.examples()

  it('is declared completely', () => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
    expect(severities).toContain(rule.severity)
    expect(rule.on.length).toBeGreaterThan(0)
    for (const kind of rule.on) expect(kindOf(kind), kind).toBeDefined()
    for (const text of [rule.message, rule.why, ...Object.values(rule.variants ?? {})])
      expect(text).toMatch(/^[“A-Z{].*[.]$/s)
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/)
    expect(Object.keys(valid).length).toBeGreaterThanOrEqual(2)
    expect(Object.keys(invalid).length).toBeGreaterThanOrEqual(1)
  })

  it('names its sources and when they were read', () => {
    expect(rule.sources.length).toBeGreaterThan(0)
    for (const { ref, checked } of rule.sources) {
      expect(ref).toMatch(
        /^(https:\/\/(docs\.aws\.amazon\.com|kubernetes\.io\/docs)\/\S+|(API|ELBv2|EFS|ECR|CDK|DG|DG-2023|ACR|ERR|SH|FORMAT):\S+|E3\d{3})$/,
      )
      expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  describe('finds nothing in', () => {
    it.each(Object.entries(valid))('%s', (_, design) => {
      expect(readable(design)).toBe(true)
      expect(validateWith(design, [rule])).toEqual([])
    })
  })

  describe('finds one problem in', () => {
    it.each(Object.entries(invalid))('%s', (_, { design, element, at, severity }) => {
      expect(readable(design)).toBe(true)
      const problems = validateWith(design, [rule])
      expect(problems.map(({ element, path }) => ({ element, path }))).toEqual([{ element, path: at }])
      expect(problems[0]?.severity).toBe(severity ?? rule.severity)
      expect(severities.indexOf(severity ?? rule.severity)).toBeGreaterThanOrEqual(
        severities.indexOf(rule.severity),
      )
      expect(problems[0]?.message).not.toMatch(placeholdersOf(rule))
      const { fix } = problems[0] as Problem
      if (fix) expectToMend(design, rule, fix)
    })
  })
})

/** The names in braces that a message still has when `report` forgot a value. */
function placeholdersOf(rule: Rule): RegExp {
  const wordings = [rule.message, ...Object.values(rule.variants ?? {})].join(' ')
  const names = [...wordings.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
  return names.length === 0 ? /^$/ : new RegExp(`\\{(${names.join('|')})\\}`)
}

function readable(design: Design): boolean {
  const again = parseDesign(serialize(design))
  return again.ok && sameJson(again.value, design)
}

function expectToMend(design: Design, rule: Rule, fix: NonNullable<Problem['fix']>): void {
  expect(english(fix.title)).toMatch(/^[A-Z].*[^.]$/)
  const { design: mended, patches } = edit(design, fix.apply)
  expect(patches.length).toBeGreaterThan(0)
  expect(validateWith(mended, [rule])).toEqual([])
  const before = errors(validate(design))
  expect(errors(validate(mended)).filter((problem) => !before.includes(problem))).toEqual([])
  expect(sameJson(edit(mended, fix.apply).design, mended), 'applied twice it is the same as once').toBe(true)
  expect(readable(mended)).toBe(true)
}
