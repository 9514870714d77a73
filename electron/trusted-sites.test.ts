import { expect, test } from 'vitest'
import { isTrustedSite } from './trusted-sites'

test.each([
  ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/', true],
  ['https://aws.amazon.com/fargate/', true],
  ['http://docs.aws.amazon.com/', false],
  ['https://docs.aws.amazon.com.example.org/', false],
  ['https://docs.aws.amazon.com@example.org/', false],
  ['https://ana@docs.aws.amazon.com/', false],
  ['https://docs.aws.amazon.com:8443/', false],
  ['https://example.org/?docs.aws.amazon.com', false],
])('%s: %s', (address, trusted) => {
  expect(isTrustedSite(address)).toBe(trusted)
})
