import { expect, it } from 'vitest'
import { taskDefinition } from './task-definition'
import { unknownMembers } from './unknown-members'

const found = (spec: Readonly<Record<string, unknown>>) =>
  unknownMembers(taskDefinition, spec).map(({ pointer }) => pointer)

it('finds members that AWS does not have, at any depth', () => {
  const container = { name: 'web', portBindings: [{ any: 1 }], healthCheck: { test: ['CMD'] } }
  expect(
    found({ family: 'web', containerDefs: [], containerDefinitions: [{ name: 'a' }, container] }),
  ).toEqual([
    '/containerDefs',
    '/containerDefinitions/1/portBindings',
    '/containerDefinitions/1/healthCheck/test',
  ])
})

it('takes any name in a map, and looks into no value of a wrong shape', () => {
  const container = { dockerLabels: { anything: 'goes' }, portMappings: 'none', environment: null }
  expect(found({ containerDefinitions: [container, 'text'], proxyConfiguration: [] })).toEqual([])
})

it('tells what could stand there instead', () => {
  const [member] = unknownMembers(taskDefinition, { runtimePlatform: { os: 'LINUX' } })
  expect(member).toEqual({
    name: 'os',
    pointer: '/runtimePlatform/os',
    known: ['operatingSystemFamily', 'cpuArchitecture'],
  })
})
