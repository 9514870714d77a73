import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { graphOf } from '../graph/graph'
import { recipe } from '../testing/arbitraries'
import { exampleDesigns, plain } from '../testing/problems'
import { drawing, element, fargateTask, inSubnets, service } from './examples'
import { recheck } from './recheck'
import { rules } from './registry'
import { validate, validateWith } from './validate'

const examples: readonly Design[] = rules.flatMap(exampleDesigns)

/** All that two examples draw, side by side: an edit of one part must leave the answers about the other right. */
function together(a: Design, b: Design): Design {
  return {
    ...a,
    elements: { ...a.elements, ...b.elements },
    connections: { ...a.connections, ...b.connections },
  }
}

it('checking again after edits gives what checking everything gives', { timeout: 60_000 }, () => {
  const start = fc.tuple(fc.constantFrom(...examples), fc.constantFrom(...examples))
  fc.assert(
    fc.property(start, fc.array(recipe, { minLength: 1, maxLength: 8 }), ([a, b], recipes) => {
      let design = together(a, b)
      validate(design)
      for (const recipe of recipes) {
        design = edit(design, recipe).design
        validate(design)
      }
      // Once for all edits: any number of them comes up, and checking everything is what takes long.
      expect(plain(validate(design))).toEqual(plain(validateWith(structuredClone(design), rules)))
    }),
    { numRuns: 300 },
  )
})

it('asks only those elements again that looked at what an edit changed', () => {
  const before = drawing({
    main: element('cluster', { clusterName: 'main' }),
    task: fargateTask(),
    web: service({ cluster: '@{main}', launchType: 'FARGATE', networkConfiguration: inSubnets }),
    other: fargateTask({ family: 'other' }),
  })
  const asked: string[] = []
  const check = (graph: ReturnType<typeof graphOf>, id: string) => {
    asked.push(id)
    const { kind, spec } = graph.element(id) ?? {}
    // A service looks at what it runs.
    if (kind === 'service' && typeof spec?.taskDefinition === 'string') graph.design.elements.task
    return []
  }
  recheck(graphOf(before), check)
  expect(asked.splice(0)).toEqual(['main', 'task', 'other', 'web'])
  const after = edit(before, ({ elements }) => {
    if (elements.task) elements.task.spec.memory = '1024'
  }).design
  recheck(graphOf(after), check)
  expect(asked).toEqual(['task', 'web'])
})

it('finds what an edit elsewhere makes of the names that it looked up', () => {
  const inMain = { cluster: '@{main}', launchType: 'FARGATE', networkConfiguration: inSubnets }
  const before = drawing({
    main: element('cluster', { clusterName: 'main' }),
    task: fargateTask(),
    api: service({ serviceName: 'api', ...inMain }),
    web: service({ serviceName: 'web', ...inMain }),
  })
  const named = (design: Design, name: string) =>
    edit(design, ({ elements }) => {
      if (elements.api) elements.api.spec.serviceName = name
    }).design
  const taken = (design: Design) => validate(design).filter(({ rule }) => rule === 'service-name')
  expect(taken(before)).toEqual([])
  const same = named(before, 'web')
  expect(taken(same).map(({ element }) => element)).toEqual(['web'])
  expect(taken(named(same, 'api'))).toEqual([])
})
