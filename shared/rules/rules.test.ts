import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sameJson } from '../basics/json'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { parseDesign, serialize } from '../design/serialize'
import { kindOf } from '../elements/kinds'
import { rules } from './registry'
import type { Rule } from './rule'
import { type Problem, severities, validate, validateWith } from './validate'

const AREAS = [
  'architecture',
  'cluster',
  'container',
  'cost',
  'document',
  'eks',
  'iam',
  'image',
  'load-balancing',
  'logging',
  'network',
  'scaling',
  'scheduling',
  'security',
  'service',
  'task',
  'volume',
]

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The rule files, found by their declaration, so that one missing from the registry is noticed. */
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.includes('/') && file.endsWith('.ts'))
  .filter((file) => readFileSync(join(folder, file), 'utf8').includes('= defineRule('))

const errors = (problems: readonly Problem[]) =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, element, path }) => `${rule} ${element}${path}`)

it('every rule is registered once, under the id that names its file, in a known area', () => {
  expect(files.map((file) => basename(file, '.ts')).sort()).toEqual(rules.map(({ id }) => id).sort())
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  expect(files.map((file) => dirname(file)).filter((area) => !AREAS.includes(area))).toEqual([])
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('is declared completely', () => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
    expect(severities).toContain(rule.severity)
    expect(rule.on.length).toBeGreaterThan(0)
    for (const kind of rule.on) expect(kindOf(kind), kind).toBeDefined()
    for (const text of [rule.message, rule.why]) expect(text).toMatch(/^[“A-Z{].*[.]$/s)
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/)
    expect(Object.keys(rule.examples.valid).length).toBeGreaterThanOrEqual(2)
    expect(Object.keys(rule.examples.invalid).length).toBeGreaterThanOrEqual(1)
  })

  it('names its sources and when they were read', () => {
    expect(rule.sources.length).toBeGreaterThan(0)
    for (const { ref, checked } of rule.sources) {
      expect(ref).toMatch(
        /^(https:\/\/docs\.aws\.amazon\.com\/\S+|(API|ELBv2|EFS|ECR|CDK|DG|DG-2023|ACR|ERR|SH|FORMAT):\S+|E3\d{3})$/,
      )
      expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  describe('finds nothing in', () => {
    it.each(Object.entries(rule.examples.valid))('%s', (_, design) => {
      expect(readable(design)).toBe(true)
      expect(validateWith(design, [rule])).toEqual([])
    })
  })

  describe('finds one problem in', () => {
    it.each(Object.entries(rule.examples.invalid))('%s', (_, { design, element, at }) => {
      expect(readable(design)).toBe(true)
      const problems = validateWith(design, [rule])
      expect(problems.map(({ element, path }) => ({ element, path }))).toEqual([{ element, path: at }])
      expect(problems[0]?.message).not.toMatch(placeholdersOf(rule))
      const { fix } = problems[0] as Problem
      if (fix) expectToMend(design, rule, fix)
    })
  })
})

/** The names in braces that a message still has when `report` forgot a value. */
function placeholdersOf(rule: Rule): RegExp {
  const names = [...rule.message.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
  return names.length === 0 ? /^$/ : new RegExp(`\\{(${names.join('|')})\\}`)
}

function readable(design: Design): boolean {
  const again = parseDesign(serialize(design))
  return again.ok && sameJson(again.value, design)
}

function expectToMend(design: Design, rule: Rule, fix: NonNullable<Problem['fix']>): void {
  expect(fix.title).toMatch(/^[A-Z].*[^.]$/)
  const { design: mended, patches } = edit(design, fix.apply)
  expect(patches.length).toBeGreaterThan(0)
  expect(validateWith(mended, [rule])).toEqual([])
  const before = errors(validate(design))
  expect(errors(validate(mended)).filter((problem) => !before.includes(problem))).toEqual([])
  expect(sameJson(edit(mended, fix.apply).design, mended), 'applied twice it is the same as once').toBe(true)
  expect(readable(mended)).toBe(true)
}
