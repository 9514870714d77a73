import { describe, expect, test } from 'vitest'
import { describeFailure } from '../basics/result'
import { type Design, type Element, emptyDesign } from '../design/design'
import { importFiles } from './import-files'
import { mergeImported } from './merge-into'

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
