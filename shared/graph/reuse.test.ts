import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sameJson } from '../basics/json'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { drawing, ec2Task, element, fargateTask, inSubnets, link, service } from '../rules/examples'
import { graphOf } from './graph'

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

const edits: ReadonlyArray<(design: Design) => Design> = [
  (design) => edit(design, (d) => void (d.elements.task && (d.elements.task.spec.memory = '1024'))).design,
  (design) =>
    edit(design, (d) => void (d.elements.task && (d.elements.task.spec.taskRoleArn = '@{bucket}'))).design,
  (design) =>
    edit(design, (d) => void (d.elements.task && (d.elements.task.spec.taskRoleArn = '@{role}'))).design,
  (design) =>
    edit(design, (d) => void (d.elements.task && (d.elements.task.spec.taskRoleArn = '@{role.name}'))).design,
  (design) =>
    edit(design, (d) => void (d.elements.web && (d.elements.web.spec.taskDefinition = '@{other}'))).design,
  (design) =>
    edit(design, (d) => void (d.elements.web && (d.elements.web.spec.taskDefinition = '@{task}'))).design,
  (design) => edit(design, (d) => void delete d.elements.role).design,
  (design) => edit(design, (d) => void (d.elements.role = element('iam-role', { RoleName: 'web' }))).design,
  (design) => edit(design, (d) => void (d.elements.role = element('secret', { Name: 'web' }))).design,
  (design) => edit(design, (d) => void (d.elements.bucket && (d.elements.bucket.inside = 'main'))).design,
  (design) => edit(design, (d) => void (d.connections.one && (d.connections.one.meaning = 'mounts'))).design,
  (design) => edit(design, (d) => void (d.region = 'us-east-1')).design,
  (design) => ({ ...design, elements: Object.fromEntries(Object.entries(design.elements).reverse()) }),
]

it('a graph that grew by edits is the one that the design alone gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(edits.length - 1), { minLength: 1, maxLength: 12 }), (steps) => {
      let design = start
      graphOf(design)
      for (const step of steps) {
        design = edits[step]!(design)
        const grown = graphOf(design)
        const alone = graphOf(structuredClone(design))
        expect(grown).toEqual(alone)
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
  expect(graphOf({ ...start, layout: { web: { x: 1, y: 2 } } })).toBe(graphOf(start))
})
