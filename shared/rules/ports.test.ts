import { expect, it } from 'vitest'
import { commonPort, containerPortsOf, portRange, protocolOf, staticHostPort } from './ports'

it('reads a range, and nothing else', () => {
  expect(portRange('8000-8010')).toEqual({ first: 8000, last: 8010 })
  expect(['8000', '8000 - 8010', '<first>-<last>', undefined].map(portRange)).toEqual(
    Array(4).fill(undefined),
  )
})

it('a mapping is about one port or about a range', () => {
  expect(containerPortsOf({ containerPort: 80 })).toEqual({ first: 80, last: 80 })
  expect(containerPortsOf({ containerPortRange: '80-90' })).toEqual({ first: 80, last: 90 })
  expect(containerPortsOf({})).toBeUndefined()
})

it('finds what two ranges share', () => {
  expect(commonPort({ first: 1, last: 5 }, { first: 5, last: 9 })).toBe(5)
  expect(commonPort({ first: 1, last: 4 }, { first: 5, last: 9 })).toBeUndefined()
})

it('a host port of 0 is none, and any protocol but udp is tcp', () => {
  expect([staticHostPort({}), staticHostPort({ hostPort: 0 }), staticHostPort({ hostPort: 80 })]).toEqual([
    undefined,
    undefined,
    80,
  ])
  expect([protocolOf({}), protocolOf({ protocol: 'UDP' }), protocolOf({ protocol: 'udp' })]).toEqual([
    'tcp',
    'tcp',
    'udp',
  ])
  expect(protocolOf({ protocol: '{{protocol}}' })).toBeUndefined()
})
