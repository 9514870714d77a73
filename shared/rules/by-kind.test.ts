import { expect, it } from 'vitest'
import { removeAt, setAt } from '../basics/json'
import { membersAt } from '../basics/members'
import type { Design } from '../design/design'
import { kindOf } from '../elements/kinds'
import { viewOf } from '../elements/view'
import { graphOf } from '../graph/graph'
import { exampleDesigns } from '../testing/problems'
import { type RulesByKind, rulesByKind } from './by-kind'
import { rules } from './registry'
import type { Rule } from './rule'

const asking = (id: string, needs?: readonly string[]): Rule => ({
  ...({ id, severity: 'error', on: ['cluster'], title: id, message: id, why: id, sources: [] } as const),
  ...(needs && { needs }),
  check: () => {},
  examples: () => ({ valid: {}, invalid: {} }),
})

it('asks the rules that need nothing, or of whose members one is there', () => {
  const cluster = rulesByKind([
    asking('always'),
    asking('name', ['/name']),
    asking('ports', ['/containers/*/ports']),
    asking('either', ['/gone', '/labels/*']),
  ]).get('cluster')
  const asked = (spec: object) => cluster?.asked(spec).map(({ id }) => id)
  expect(asked({})).toEqual(['always'])
  expect(asked({ name: '' })).toEqual(['always', 'name'])
  expect(asked({ name: undefined, containers: [] })).toEqual(['always'])
  expect(asked({ containers: [{}, { ports: [] }] })).toEqual(['always', 'ports'])
  expect(asked({ containers: 'ports', labels: { a: 'b' } })).toEqual(['always', 'either'])
})

it('tells any number of members apart', () => {
  const ids = Array.from({ length: 100 }, (_, i) => `member-${i}`)
  const cluster = rulesByKind(ids.map((id) => asking(id, [`/${id}`]))).get('cluster')
  for (const id of ids) expect(cluster?.asked({ [id]: 0 }).map((rule) => rule.id)).toEqual([id])
  expect(cluster?.asked(Object.fromEntries(ids.map((id) => [id, 0])))).toHaveLength(100)
})

/** The design without the members that a rule needs, and with what may stand there in their place. */
function* mutilated(design: Design, { on, needs = [] }: Rule): Iterable<Design> {
  for (const [id, { kind, spec }] of Object.entries(design.elements)) {
    if (!on.includes(kind)) continue
    for (const places of needs.map((path) => membersAt(spec, path).map(({ at }) => at))) {
      if (places.length === 0) continue
      for (const value of [undefined, null, '<unknown>', 0]) {
        const copy = structuredClone(design)
        const changed = copy.elements[id]?.spec ?? {}
        for (const at of places.toReversed()) {
          if (value === undefined) removeAt(changed, at)
          else setAt(changed, at, value)
        }
        yield copy
      }
    }
  }
}

/** The rules that are not asked about a design and would have found something. */
function sparedInVain(design: Design, byKind: RulesByKind): readonly string[] {
  const graph = graphOf(design)
  const found: string[] = []
  for (const [id, element] of Object.entries(design.elements)) {
    const kind = kindOf(element.kind)
    const applying = byKind.get(element.kind)
    if (!kind || !applying) continue
    const { spec } = viewOf(kind, element.spec)
    const asked = new Set(applying.asked(spec))
    for (const rule of applying.rules) {
      if (!asked.has(rule)) rule.check({ id, element, spec, graph, report: () => found.push(rule.id) })
    }
  }
  return found
}

it('spares no rule that has something to say', () => {
  const needy = rules.filter(({ needs }) => needs !== undefined)
  expect(needy.length).toBeGreaterThan(rules.length / 2)
  for (const rule of needy) {
    const only = rulesByKind([rule])
    for (const { design } of Object.values(rule.examples().invalid)) {
      for (const one of mutilated(design, rule)) expect(sparedInVain(one, only)).toEqual([])
    }
  }
})

it('spares nothing in the examples of any rule', () => {
  const all = rulesByKind(rules)
  for (const design of rules.flatMap(exampleDesigns)) expect(sparedInVain(design, all)).toEqual([])
})
