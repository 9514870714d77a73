import { describe, expect, test } from 'vitest'
import { setAt } from '../basics/json'
import { type Design, type Element, emptyDesign } from '../design/design'
import { edit } from '../design/edit'
import { candidates, connect, connectBy, disconnect, removeElements } from './connect'
import { graphOf, incoming, outgoing } from './graph'

const service = (selector?: object, rest: Partial<Element> = {}): Element => ({
  kind: 'kubernetes-service',
  spec: { metadata: { name: 'front' }, spec: { ...(selector && { selector }), ports: [{ port: 80 }] } },
  ...rest,
})
const workload = (labels: object, namespace?: string, rest: Partial<Element> = {}): Element => ({
  kind: 'kubernetes-workload',
  spec: {
    kind: 'Deployment',
    metadata: { name: 'web', ...(namespace !== undefined && { namespace }) },
    spec: { template: { metadata: { labels }, spec: { containers: [{ name: 'app' }] } } },
  },
  ...rest,
})
const design = (elements: Design['elements']): Design => ({ ...emptyDesign('pods'), elements })
const picked = (of: Design) => outgoing(graphOf(of), 'front', 'forwards').map(({ to }) => to)

describe('a Service picks', () => {
  test.each([
    ['pods with all its labels', service({ app: 'web' }), workload({ app: 'web', tier: 'front' }), ['web']],
    ['none that lack one', service({ app: 'web', tier: 'front' }), workload({ app: 'web' }), []],
    ['none without a selector', service(), workload({ app: 'web' }), []],
    ['none with an empty one', service({}), workload({ app: 'web' }), []],
    ['none of another namespace', service({ app: 'web' }), workload({ app: 'web' }, 'shop'), []],
    [
      'those of the same one by another way to write it',
      service({ app: 'web' }),
      workload({ app: 'web' }, 'default'),
      ['web'],
    ],
    [
      'none of another cluster',
      service({ app: 'web' }),
      workload({ app: 'web' }, undefined, { inside: 'eks' }),
      [],
    ],
  ])('%s', (_, front, web, expected) => {
    expect(picked(design({ front, web, eks: { kind: 'eks-cluster', spec: {} } }))).toEqual(expected)
  })

  test('pods in the namespace that is drawn around both', () => {
    const shop: Element = { kind: 'kubernetes-namespace', spec: { metadata: { name: 'shop' } } }
    const web = workload({ app: 'web' }, 'shop')
    const front = service({ app: 'web' })
    const both = edit(design({ shop, front, web }), (draft) =>
      setAt(draft.elements.front!.spec, '/metadata/namespace', '@{shop}'),
    ).design
    expect(picked(both)).toEqual(['web'])
    const renamed = edit(both, (draft) => setAt(draft.elements.shop!.spec, '/metadata/name', 'store')).design
    expect(picked(renamed)).toEqual([])
  })
})

describe('after an edit', () => {
  const before = design({
    front: service({ app: 'web' }),
    web: workload({ app: 'web' }),
    other: workload({ app: 'other' }),
  })

  test.each([
    ['a label of the pods', 'web', '/spec/template/metadata/labels/app', 'shop', []],
    ['the selector', 'front', '/spec/selector/app', 'other', ['other']],
    ['something else', 'web', '/spec/replicas', 3, ['web']],
  ])('of %s the lines are as they should be', (_, id, place, value, expected) => {
    graphOf(before)
    const after = edit(before, (draft) => setAt(draft.elements[id]!.spec, place, value)).design
    expect(picked(after)).toEqual(expected)
  })

  test('a line that stays is the same object', () => {
    const [line] = incoming(graphOf(before), 'web')
    const after = edit(before, (draft) =>
      setAt(draft.elements.other!.spec, '/spec/template/metadata/labels/app', 'web'),
    ).design
    expect(incoming(graphOf(after), 'web')[0]).toBe(line)
  })
})

test('drawing the line writes the selector, erasing it takes it away', () => {
  const before = design({ front: service(), web: workload({ app: 'web' }) })
  const drawn = edit(before, (draft) => connectBy(draft, 'front', 'web')).design
  expect(drawn.elements.front?.spec.spec).toMatchObject({ selector: { app: 'web' } })
  const [line] = outgoing(graphOf(drawn), 'front')
  expect(edit(drawn, (draft) => line && disconnect(draft, line)).design).toEqual(before)
})

test('a line from a claim to a file system makes the volume between them', () => {
  const spec = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }
  const before = design({
    claim: { kind: 'kubernetes-volume-claim', spec },
    files: { kind: 'efs-file-system', spec: {} },
  })
  const [candidate] = candidates(graphOf(before), 'claim', 'files')
  const after = edit(before, (draft) => candidate && connect(draft, candidate)).design
  const graph = graphOf(after)
  const [volume] = outgoing(graph, 'claim', 'backed-by')
  expect(outgoing(graph, volume?.to ?? '', 'backed-by').map(({ to }) => to)).toEqual(['files'])
  expect(after.elements.claim?.spec.spec).toMatchObject({
    storageClassName: '',
    accessModes: ['ReadWriteMany'],
  })
  expect(after.elements[volume?.to ?? '']?.spec.spec).toMatchObject({
    csi: { driver: 'efs.csi.aws.com', volumeHandle: '@{files}' },
  })
})

test('with its pods, the selector of a Service goes', () => {
  const before = design({ front: service({ app: 'web' }), web: workload({ app: 'web' }) })
  const after = edit(before, (draft) => removeElements(draft, graphOf(before), new Set(['web']))).design
  expect(after.elements.front?.spec.spec).toEqual({ ports: [{ port: 80 }] })
})
