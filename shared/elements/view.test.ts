import { describe, expect, test } from 'vitest'
import { cluster } from './cluster'
import { taskDefinition } from './task-definition'
import { hasPlaceholder, viewOf } from './view'

const look = (spec: Record<string, unknown>) => viewOf(taskDefinition, spec)

test('a sound spec is its own view', () => {
  const spec = { family: 'orders', containerDefinitions: [{ name: 'api', cpu: 256, unknownToUs: true }] }
  expect(look(spec)).toEqual({ spec, faults: [], unknown: new Set() })
  expect(look(spec).spec).toBe(spec)
})

test('looking twice costs once', () => {
  const spec = { family: 7 }
  expect(look(spec)).toBe(look(spec))
})

test('an element that becomes another kind is seen with the eyes of that one', () => {
  const spec = { clusterName: 'main', volumes: 7 }
  expect(viewOf(cluster, spec).spec).toBe(spec)
  expect(look(spec).spec).toEqual({ clusterName: 'main' })
  expect(viewOf(cluster, spec).spec).toBe(spec)
})

test('null stands for “not set”', () => {
  const { spec, faults } = look({
    family: 'orders',
    taskRoleArn: null,
    containerDefinitions: [{ name: 'api', cpu: null, command: null }],
  })
  expect(spec).toEqual({ family: 'orders', containerDefinitions: [{ name: 'api' }] })
  expect(faults).toEqual([])
})

test('a function of CloudFormation may come to any shape', () => {
  const { faults, unknown } = look({ cpu: { Ref: 'Cpu' }, volumes: { 'Fn::If': ['Large', [], []] } })
  expect(faults).toEqual([])
  expect(unknown).toEqual(new Set(['/cpu', '/volumes']))
})

describe('a member of the wrong shape', () => {
  test('is left out and reported, and the rest stays', () => {
    const { spec, faults } = look({ family: 'orders', cpu: 256, memory: '512' })
    expect(spec).toEqual({ family: 'orders', memory: '512' })
    expect(faults).toEqual([{ pointer: '/cpu', expected: 'a text', actual: 'a number' }])
  })

  test.each([
    [
      'an object for a list',
      { containerDefinitions: { name: 'api' } },
      '/containerDefinitions',
      'a list',
      'an object',
    ],
    ['a list for an object', { runtimePlatform: [] }, '/runtimePlatform', 'an object', 'a list'],
    ['a text for a flag', { enableFaultInjection: 'yes' }, '/enableFaultInjection', 'a boolean', 'a text'],
    ['a number for a choice', { networkMode: 1 }, '/networkMode', 'a text', 'a number'],
  ])('%s', (_, spec, pointer, expected, actual) => {
    expect(look(spec)).toEqual({ spec: {}, faults: [{ pointer, expected, actual }], unknown: new Set() })
  })

  test('deep in a list takes only itself', () => {
    const { spec, faults } = look({
      containerDefinitions: [{ name: 'a', portMappings: [{ containerPort: 'http' }, { containerPort: 80 }] }],
    })
    expect(spec).toEqual({
      containerDefinitions: [{ name: 'a', portMappings: [{}, { containerPort: 80 }] }],
    })
    expect(faults.map((fault) => fault.pointer)).toEqual([
      '/containerDefinitions/0/portMappings/0/containerPort',
    ])
  })

  test('as an item of a list leaves a blank behind, so that the others keep their places', () => {
    const { spec, faults } = look({ containerDefinitions: ['x', { name: 'a' }, 7, { name: 'b' }] })
    expect(spec).toEqual({ containerDefinitions: [{}, { name: 'a' }, {}, { name: 'b' }] })
    expect(faults.map((fault) => fault.pointer)).toEqual([
      '/containerDefinitions/0',
      '/containerDefinitions/2',
    ])
  })
})

describe('a placeholder', () => {
  const templated = '${Cpu}'

  test('where another type belongs is an unknown value, not a mistake', () => {
    const { spec, faults, unknown } = look({
      containerDefinitions: [{ name: 'api', cpu: templated, portMappings: '{{ports}}' }],
    })
    expect(spec).toEqual({ containerDefinitions: [{ name: 'api' }] })
    expect(faults).toEqual([])
    expect([...unknown].sort()).toEqual([
      '/containerDefinitions/0/cpu',
      '/containerDefinitions/0/portMappings',
    ])
  })

  test.each([templated, '{{ image }}', '<account-id>', 'x-$$$TAG$$$-y'])('%s is one', (text) => {
    expect(hasPlaceholder(text)).toBe(true)
  })

  test.each(['nginx:1.27', 'a < b', '$HOME', '{}', '< >'])('%s is none', (text) => {
    expect(hasPlaceholder(text)).toBe(false)
  })
})
