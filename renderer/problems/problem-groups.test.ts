import { describe, expect, it } from 'vitest'
import type { Problem } from '../../shared/rules/problem'
import type { Severity } from '../../shared/rules/rule'
import { countBySeverity, fixableRules, groupProblems } from './problem-groups'

const all: ReadonlySet<Severity> = new Set(['error', 'warning', 'advice'])
const elements = Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { kind: 'cluster', spec: {} }]))

function problem(element: string, severity: Severity, rule = 'some-rule', fixable = false): Problem {
  const fix = { title: 'Fix it', apply: () => {} }
  return {
    rule,
    severity,
    element,
    path: '/x',
    message: `${rule} in ${element}`,
    words: '{0} in {1}',
    values: [rule, element],
    ...(fixable ? { fix } : {}),
  }
}

const shape = (groups: ReturnType<typeof groupProblems>) =>
  groups.map((group) => [group.id, ...group.rows.map((row) => row.problem.severity)])

describe('groups', () => {
  it('stand in the order of their worst problem, then of the design', () => {
    const problems = [
      problem('c', 'error'),
      problem('b', 'error'),
      problem('a', 'advice'),
      problem('b', 'warning'),
    ]
    expect(shape(groupProblems(problems, all, elements))).toEqual([
      ['b', 'error', 'warning'],
      ['c', 'error'],
      ['a', 'advice'],
    ])
  })

  it('leave out severities that are switched off, and groups left empty', () => {
    const problems = [problem('a', 'error'), problem('a', 'advice'), problem('b', 'advice')]
    expect(shape(groupProblems(problems, new Set(['error']), elements))).toEqual([['a', 'error']])
  })

  it('every row has an id of its own, and keeps it when others go', () => {
    const twice = [problem('a', 'error'), problem('a', 'error'), problem('a', 'warning', 'other')]
    const ids = groupProblems(twice, all, elements)[0]!.rows.map((row) => row.id)
    expect(new Set(ids).size).toBe(3)
    expect(groupProblems(twice.slice(2), all, elements)[0]!.rows[0]!.id).toBe(ids[2])
  })
})

it('counts by severity', () => {
  expect(countBySeverity([problem('a', 'error'), problem('b', 'error'), problem('c', 'advice')])).toEqual({
    error: 2,
    warning: 0,
    advice: 1,
  })
})

it('offers “fix all” for rules with two fixes or more: the worst first, then those with the most', () => {
  const problems = [
    ...['a', 'b'].map((id) => problem(id, 'error', 'twice', true)),
    ...['a', 'b', 'c'].map((id) => problem(id, 'warning', 'thrice', true)),
    ...['a', 'b'].map((id) => problem(id, 'warning', 'again', true)),
    problem('a', 'error', 'once', true),
    ...['a', 'b'].map((id) => problem(id, 'error', 'no-fix')),
  ]
  expect(fixableRules(problems)).toEqual([
    { rule: 'twice', severity: 'error', count: 2 },
    { rule: 'thrice', severity: 'warning', count: 3 },
    { rule: 'again', severity: 'warning', count: 2 },
  ])
})
