import { describe, expect, test } from 'vitest'
import { describeFailure } from '../basics/result'
import { type Design, type Element, emptyDesign } from '../design/design'
import { cloudFormationExport } from '../exports/cloudformation'
import { importFiles } from './import-files'
import { mergeImported } from './merge-into'
import { parseYaml } from './reading/yaml'

const designOf = (elements: Record<string, Element>, more: Partial<Design> = {}): Design => ({
  ...emptyDesign('Shop'),
  elements,
  ...more,
})
const importOf = (body: unknown) => {
  const result = importFiles([{ name: 'orders.json', text: JSON.stringify(body) }])
  if (!result.ok) throw new Error(describeFailure(result.error))
  return result.value
}
const ROLE = 'arn:aws:iam::123456789012:role/orders'
const body = {
  family: 'orders',
  taskRoleArn: ROLE,
  containerDefinitions: [{ name: 'api', image: 'nginx:2' }],
}

test('an element of the same kind and name gets the imported configuration, and keeps id, label and place', () => {
  const open = designOf(
    {
      mine: {
        kind: 'task-definition',
        label: 'The orders',
        spec: { family: 'orders', containerDefinitions: [{ name: 'api', image: 'nginx:1' }] },
      },
    },
    { layout: { mine: { x: 10, y: 20 } } },
  )
  const { design, added, updated } = mergeImported(open, importOf(body))
  expect(updated).toEqual(['mine'])
  expect(design.elements.mine).toMatchObject({
    label: 'The orders',
    spec: { taskRoleArn: '@{orders}', containerDefinitions: [{ image: '@{docker-hub}nginx:2' }] },
  })
  expect(added).toEqual(['orders', 'docker-hub'])
  expect(design.layout).toEqual(open.layout)
})

test('what the import knows by name only does not empty what the design knows', () => {
  const role = {
    kind: 'iam-role',
    spec: { RoleName: 'orders', Description: 'Reads' },
    existing: { arn: ROLE },
  }
  const { design, unchanged } = mergeImported(designOf({ reader: role }), importOf(body))
  expect(design.elements.reader).toEqual(role)
  expect(unchanged).toContain('reader')
  expect(design.elements['orders-task']?.spec.taskRoleArn).toBe('@{reader}')
})

test('an id that is taken by something else is not', () => {
  const open = designOf({ orders: { kind: 'note', spec: { text: 'Orders' } } })
  const { design } = mergeImported(open, importOf(body))
  expect(design.elements.orders?.kind).toBe('note')
  expect(design.elements['orders-2']?.kind).toBe('iam-role')
  expect(design.elements['orders-task']?.spec.taskRoleArn).toBe('@{orders-2}')
})

test('of two with the same name, none is meant', () => {
  const twin = { kind: 'task-definition', spec: { family: 'orders' } }
  const { added, updated } = mergeImported(designOf({ a: twin, b: twin }), importOf(body))
  expect(updated).toEqual([])
  expect(added).toContain('orders-task')
})

describe('importing the same twice', () => {
  test('changes nothing the second time', () => {
    const once = mergeImported(emptyDesign('Shop'), importOf(body)).design
    const twice = mergeImported(once, importOf(body))
    expect(twice.design).toEqual(once)
    expect(twice.added).toEqual([])
    expect(twice.updated).toEqual([])
  })
})

describe('what a format keeps beside elements', () => {
  const read = (name: string, text: string) => {
    const result = importFiles([{ name, text }])
    if (!result.ok) throw new Error(describeFailure(result.error))
    return result.value
  }
  const template = (stage: string, bucket: string, cluster: string) =>
    read(
      `${stage}.yaml`,
      `
Parameters:
  Stage: { Type: String, Default: ${stage} }
  Only${stage}: { Type: String }
Resources:
  Topic: { Type: 'AWS::IoT::Thing', Properties: { ThingName: !Ref Only${stage} } }
  ${bucket}: { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: ${cluster} } }
`,
    )
  const [testing, live] = [template('Test', 'Cluster', 'test'), template('Live', 'Cluster', 'live')]

  test('comes with it, and comes out again', () => {
    const { design, notes, members } = mergeImported(emptyDesign('Shop'), testing)
    expect(notes).toEqual([])
    expect(Object.keys(members)).toEqual(['imported'])
    expect(design.imported).toEqual(testing.design.imported)
    const again = mergeImported(design, testing)
    expect(again.members).toEqual({})
    expect(again.notes).toEqual([])
  })

  test('of two templates is joined, and what differs is the first’s, with a word', () => {
    const once = mergeImported(emptyDesign('Shop'), testing).design
    const { design, notes } = mergeImported(once, live)
    const written = parseYaml(cloudFormationExport.export(design).files[0]?.content ?? '', 'shop.yaml')
    // biome-ignore lint/suspicious/noExplicitAny: a template is whatever it is.
    const { Parameters, Resources } = (written.ok ? written.value.values[0] : {}) as any
    expect(Object.keys(Parameters)).toEqual(['Stage', 'OnlyTest', 'OnlyLive'])
    expect(Parameters.Stage.Default).toBe('Test')
    expect(Resources.Topic.Properties.ThingName).toEqual({ Ref: 'OnlyTest' })
    const clusters = Object.values<{ Properties: { ClusterName?: string } }>(Resources)
    expect(clusters.flatMap(({ Properties }) => Properties.ClusterName ?? []).sort()).toEqual([
      'live',
      'test',
    ])
    expect(notes.map(({ kind, file, pointer }) => `${kind} ${file} ${pointer}`).sort()).toEqual([
      'dropped Live.yaml /Parameters/Stage',
      'dropped Live.yaml /Resources/Cluster',
      'dropped Live.yaml /Resources/Topic',
    ])
  })

  test('names resources as their template does, whatever they are called in the design', () => {
    const open = designOf({ mine: { kind: 'cluster', spec: { clusterName: 'test' } } })
    const { design, notes } = mergeImported(open, testing)
    expect(design.elements.mine?.imported).toEqual({ cloudFormation: { logicalId: 'Cluster' } })
    expect(notes).toEqual([])
    expect(cloudFormationExport.export(design).files[0]?.content).toContain('\n  Cluster:\n')
  })

  test('blocks of Terraform are each kept once', () => {
    const terraform = { kept: [{ address: 'a.b', text: 'resource "a" "b" {}' }] }
    const open = { ...emptyDesign('Shop'), terraform }
    const more = { kept: [...terraform.kept, { address: 'a.c', text: 'resource "a" "c" {}' }] }
    const incoming = { ...testing, design: { ...emptyDesign('More'), terraform: more } }
    expect(mergeImported(open, incoming).design.terraform).toEqual(more)
  })
})

test('what a format keeps in an element names others by their ids in the design', () => {
  const spec = { ClusterName: 'shop' }
  const open = designOf({ mine: { kind: 'cluster', spec: { clusterName: 'shop' } } })
  const elements = {
    main: { kind: 'cluster', spec: { clusterName: 'shop' } },
    web: { kind: 'service', spec, imported: { cloudFormation: { properties: { Of: '@{main.arn}' } } } },
  }
  const { report } = importOf(body)
  const { design } = mergeImported(open, { design: designOf(elements), report: { ...report, named: [] } })
  expect(design.elements.web?.imported).toEqual({ cloudFormation: { properties: { Of: '@{mine.arn}' } } })
})
