import { expect, test } from 'vitest'
import { z } from 'zod'
import { kinds } from '../elements/registry'
import { listIdentities } from './list-identities'
import { namedItems } from './list-items'

/** The lists of all kinds, by the member that holds them: the names of their items' members; empty for plain items. */
const lists = new Map<string, Set<string>>()

function look(schema: z.core.$ZodType, member = ''): void {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) look(schema.unwrap(), member)
  else if (schema instanceof z.ZodRecord) look(schema.valueType, member)
  else if (schema instanceof z.ZodUnion)
    for (const option of schema.options) look(option as z.core.$ZodType, member)
  else if (schema instanceof z.ZodArray) {
    const names = schema.element instanceof z.ZodObject ? Object.keys(schema.element.shape) : []
    lists.set(member, new Set([...(lists.get(member) ?? []), ...names]))
    look(schema.element, member)
  } else if (schema instanceof z.ZodObject) {
    for (const [name, value] of Object.entries(schema.shape as z.core.$ZodShape)) look(value, name)
  }
}
for (const { spec } of kinds) look(spec)

/** Policy documents are free JSON; traits are not AWS's. */
const ELSEWHERE = ['Statement', 'traits']

test.each(Object.entries(listIdentities).filter(([member]) => !ELSEWHERE.includes(member)))(
  '%s is a list of AWS’s, and its items have what names them',
  (member, identity) => {
    const members = lists.get(member)
    expect(members).toBeDefined()
    for (const key of identity === 'set' ? [] : identity.flatMap((one) => one.split('|'))) {
      expect([...(members ?? [])]).toContain(key)
    }
  },
)

test('items are named by what they have; without a name, or with one twice, the list is a whole', () => {
  const names = (member: string, list: unknown[]) => {
    const items = namedItems(member, list)
    return items && [...items.keys()]
  }
  expect(names('portMappings', [{ containerPort: 80 }, { containerPort: 80, protocol: 'udp' }])).toEqual([
    'containerPort=80',
    'containerPort=80,protocol=udp',
  ])
  expect(names('Rules', [{ Name: 'geo', Priority: 1 }])).toEqual(['Name=geo'])
  expect(names('Rules', [{ Priority: 1 }])).toEqual(['Priority=1'])
  expect(names('subnets', ['@{a}', '@{b}'])).toEqual(['"@{a}"', '"@{b}"'])
  expect(names('environment', [{ name: 'A' }, { name: 'A' }])).toBeUndefined()
  expect(names('environment', [{ value: '1' }])).toBeUndefined()
  expect(names('command', ['a'])).toBeUndefined()
})
