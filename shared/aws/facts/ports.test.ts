import { expect, it } from 'vitest'
import * as awsvpcLimits from './awsvpc-limits'
import * as ecr from './ecr'
import * as ports from './ports'
import * as vpcEndpoints from './vpc-endpoints'

it('every table says where and when it was read', () => {
  for (const { source } of [awsvpcLimits, ecr, ports, vpcEndpoints]) {
    expect(source.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
    expect(source.checked).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})

it('dynamic ranges lie in what is taken for ephemeral', () => {
  for (const { first, last } of ports.dynamicPortRanges) {
    expect(first).toBeGreaterThanOrEqual(ports.FIRST_EPHEMERAL_PORT)
    expect(last).toBeLessThanOrEqual(ports.LAST_PORT)
  }
})

it('port names are lower case and begin with no hyphen', () => {
  expect(['web', 'web-80', '_web', '8080'].every((name) => ports.portNamePattern.test(name))).toBe(true)
  expect(['', '-web', 'Web', 'web.80'].some((name) => ports.portNamePattern.test(name))).toBe(false)
})
