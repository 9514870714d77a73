import { expect, it } from 'vitest'
import { fill } from '../texts/text'
import { container, drawing, element, fargateTask } from './examples'
import type { Rule } from './rule'
import { validate, validateWith } from './validate'

/** The errors; nearly every drawing has some advice. */
const found = (design: Parameters<typeof validate>[0]) =>
  validate(design)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, element, path }) => `${rule} ${element}${path}`)

it('fills values into messages, and only there', () => {
  expect(fill('“{a}” and {b}', { a: '{b}', b: 2 })).toBe('“{b}” and 2')
  expect(fill('@{reference} stays', {})).toBe('@{reference} stays')
})

it('lists errors before warnings and advice, and keeps the order of the design among them', () => {
  const rule = (id: string, severity: Rule['severity']) => ({
    ...({ id, severity, on: ['cluster'], title: id, message: id, why: id, sources: [] } as const),
    check: ({ report }: Parameters<Rule['check']>[0]) => report({ at: '' }),
    examples: () => ({ valid: {}, invalid: {} }),
  })
  const design = drawing({ b: element('cluster'), a: element('cluster') })
  const problems = validateWith(design, [
    rule('hint', 'advice'),
    rule('doubt', 'warning'),
    rule('fault', 'error'),
  ])
  expect(problems.map(({ rule, element }) => `${rule} ${element}`)).toEqual([
    'fault b',
    'fault a',
    'doubt b',
    'doubt a',
    'hint b',
    'hint a',
  ])
})

it('gives the same list again when only boxes move', () => {
  const design = drawing({ task: fargateTask({ networkMode: 'bridge' }) })
  expect(validate({ ...design, layout: { task: { x: 8, y: 8 } } } as typeof design)).toBe(validate(design))
})

it('judges the rest of a list when one item of it has the wrong shape, at the places of the file', () => {
  const portMappings = ['80:8080', { containerPort: 80, hostPort: 8080 }]
  const problems = found(
    drawing({ task: fargateTask({ containerDefinitions: [container({ portMappings })] }) }),
  )
  expect(problems.sort()).toEqual([
    'port-awsvpc-host task/containerDefinitions/0/portMappings/1/hostPort',
    'spec-member-type task/containerDefinitions/0/portMappings/0',
  ])
})

it('leaves elements of kinds that this version does not know alone', () => {
  expect(found(drawing({ future: element('quantum-gateway', { role: '@{gone}' }) }))).toEqual([])
})

it('takes a reference to what every object inherits for a reference to nothing', () => {
  expect(found(drawing({ task: fargateTask({ taskRoleArn: '@{constructor}' }) }))).toEqual([
    'reference-dangling task/taskRoleArn',
  ])
})
