import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sameJson } from '../basics/json'
import type { Design, Element } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { drawing, ec2Task, element, fargateTask, inSubnets, link, service } from '../rules/examples'
import { type Graph, graphOf } from './graph'

const start = drawing(
  {
    main: element('cluster', { clusterName: 'main' }),
    role: element('iam-role', { RoleName: 'web' }),
    task: fargateTask({ taskRoleArn: '@{role}' }),
    other: ec2Task({ family: 'other' }),
    web: service({ cluster: '@{main}', launchType: 'FARGATE', networkConfiguration: inSubnets }),
    bucket: element('s3-bucket', { Bucket: 'files' }),
  },
  { one: link('task', 'calls', 'bucket') },
)

const by = (change: (draft: DesignDraft) => void) => (design: Design) => edit(design, change).design

/** Sets a member of one element's spec, as long as the element is there. */
const set = (id: string, member: string, value: unknown) =>
  by(({ elements }) => {
    const found = elements[id]
    if (found) found.spec[member] = value
  })

/** Puts an element, or nothing, in the place of another. */
const put = (id: string, next?: Element) =>
  by(({ elements }) => {
    if (next) elements[id] = next
    else delete elements[id]
  })

const edits: readonly ((design: Design) => Design)[] = [
  set('task', 'memory', '1024'),
  set('task', 'taskRoleArn', '@{bucket}'),
  set('task', 'taskRoleArn', '@{role}'),
  set('task', 'taskRoleArn', '@{role.name}'),
  set('web', 'taskDefinition', '@{other}'),
  set('web', 'taskDefinition', '@{task}'),
  put('role'),
  put('role', element('iam-role', { RoleName: 'web' })),
  put('role', element('secret', { Name: 'web' })),
  put('bucket', element('s3-bucket', { Bucket: 'files' }, { inside: 'main' })),
  by(({ connections }) => {
    if (connections.one) connections.one.meaning = 'mounts'
  }),
  by((draft) => {
    draft.region = 'us-east-1'
  }),
  (design) => ({ ...design, elements: Object.fromEntries(Object.entries(design.elements).reverse()) }),
]

/** All that can be compared: elements are found by a function. */
function facts({ element, ...rest }: Graph) {
  return { ...rest, found: Object.keys(rest.design.elements).map(element) }
}

it('a graph that grew by edits is the one that the design alone gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(edits.length - 1), { minLength: 1, maxLength: 12 }), (steps) => {
      let design = start
      graphOf(design)
      for (const step of steps) {
        design = edits[step]!(design)
        const grown = graphOf(design)
        const alone = graphOf(structuredClone(design))
        expect(facts(grown)).toEqual(facts(alone))
        graphOf(design)
      }
    }),
  )
})

it('an edit of a value leaves every line the same object', () => {
  const before = graphOf(start)
  const after = graphOf(edits[0]!(start))
  expect(after).not.toBe(before)
  expect(after.connections).toBe(before.connections)
  expect(after.parent).toBe(before.parent)
  expect(sameJson(after.design.elements.task?.spec.memory, '1024')).toBe(true)
})

it('a move changes nothing at all', () => {
  const moved: Design = { ...start, layout: { web: { x: 1, y: 2 } } }
  expect(graphOf(moved)).toBe(graphOf(start))
})
