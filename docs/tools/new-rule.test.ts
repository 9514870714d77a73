import { expect, it } from 'vitest'
import { newRule, objection } from './new-rule'

it('starts a rule with every part of the contract', () => {
  const text = newRule('port-awsvpc-host', '2030-01-31')
  expect(text).toContain('export const portAwsvpcHost = defineRule({')
  expect(text).toContain("id: 'port-awsvpc-host'")
  expect(text).toContain("checked: '2030-01-31'")
  for (const part of ['severity', 'on', 'title', 'message', 'why', 'sources', 'check', 'valid', 'invalid']) {
    expect(text).toMatch(new RegExp(`^ +${part}[:(]`, 'm'))
  }
})

it('wants an area and an id', () => {
  expect(objection('network/port-awsvpc-host')).toBeUndefined()
  for (const path of ['', 'port-awsvpc-host', 'network/Port', '../network/port-host', 'network/port']) {
    expect(objection(path)).toMatch(/^Usage/)
  }
})
