import { expect, it } from 'vitest'
import { defaultNetworkMode, source, takesNetworkMode } from './network-modes'

it('says where and when it was read', () => {
  expect(source.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  expect(source.checked).toMatch(/^\d{4}-\d\d-\d\d$/)
})

it.each([
  ['FARGATE', 'LINUX', 'awsvpc'],
  ['FARGATE', 'WINDOWS', 'awsvpc'],
  ['EC2', 'LINUX', 'awsvpc bridge host none'],
  ['EC2', 'WINDOWS', 'awsvpc'],
  ['EXTERNAL', 'LINUX', 'bridge host none'],
  ['EXTERNAL', 'WINDOWS', ''],
  ['MANAGED_INSTANCES', 'LINUX', 'awsvpc host none'],
] as const)('%s on %s takes %s', (launch, system, taken) => {
  const modes = ['awsvpc', 'bridge', 'host', 'none'].filter((mode) => takesNetworkMode(launch, system, mode))
  expect(modes.join(' ')).toBe(taken)
})

it.each([
  ['FARGATE', 'LINUX', undefined],
  ['EC2', 'LINUX', 'bridge'],
  ['EC2', 'WINDOWS', 'nat'],
  ['EXTERNAL', 'LINUX', 'bridge'],
  ['MANAGED_INSTANCES', 'LINUX', 'awsvpc'],
] as const)('left out, %s on %s has %s', (launch, system, mode) =>
  expect(defaultNetworkMode(launch, system)).toBe(mode),
)
