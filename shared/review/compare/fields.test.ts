import { expect, test } from 'vitest'
import { container } from '../../rules/examples'
import { changedFields } from './fields'
import { indexed, named } from './places'

const spec = (...containers: readonly object[]) => ({ containerDefinitions: containers })
const api = (members: Parameters<typeof container>[0] = {}) => container({ name: 'api', ...members })

test('the deepest member that differs, items by their names', () => {
  expect(changedFields(spec(api(), container()), spec(container(), api({ image: 'nginx:1.28' })))).toEqual([
    {
      pointer: '/containerDefinitions/name=api/image',
      before: 'public.ecr.aws/nginx/nginx:1.27',
      after: 'nginx:1.28',
    },
  ])
})

test('what came or went is whole', () => {
  const [gone, come] = changedFields(spec(api()), spec(container({ name: 'proxy' })))
  expect(gone).toEqual({ pointer: '/containerDefinitions/name=api', before: api() })
  expect(come).toMatchObject({ pointer: '/containerDefinitions/name=proxy', after: { name: 'proxy' } })
})

test('the first item of a list came by itself', () => {
  const environment = [{ name: 'LEVEL', value: 'debug' }]
  expect(changedFields(spec(api()), spec(api({ environment })))).toEqual([
    { pointer: '/containerDefinitions/name=api/environment/name=LEVEL', after: environment[0] },
  ])
})

test('an empty list is another thing than none', () => {
  expect(changedFields({}, { volumes: [] })).toEqual([{ pointer: '/volumes', after: [] }])
})

test('the order of members and of named items is no change', () => {
  expect(changedFields({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([])
  expect(changedFields(spec(api(), container()), spec(container(), api()))).toEqual([])
})

test('the order of anything else is', () => {
  expect(changedFields({ command: ['a', 'b'] }, { command: ['b', 'a'] })).toHaveLength(1)
})

test('places are found by name and by index', () => {
  const root = spec(container(), api({ environment: [{ name: 'A/B', value: '1' }] }))
  const byIndex = '/containerDefinitions/1/environment/0/value'
  const byName = '/containerDefinitions/name=api/environment/name=A~1B/value'
  expect(named(root, byIndex)).toBe(byName)
  expect(indexed(root, byName)).toBe(byIndex)
  expect(indexed(root, '/containerDefinitions/name=gone/image')).toBe('/containerDefinitions/name=gone/image')
})
