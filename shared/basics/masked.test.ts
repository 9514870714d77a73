import { expect, it } from 'vitest'
import { parseJson } from '../design/serialize'
import { describeFailure } from './result'

const messageOf = (text: string) => {
  const read = parseJson(text, 'orders.json')
  return read.ok ? '' : describeFailure(read.error)
}

it('a value of the environment is not repeated in a message about it', () => {
  const message = messageOf('{ "environment": [{ "name": "PASSWORD", "value": hunter2 }] }')
  expect(message).toMatch(/^orders\.json, line 1, column 50, \/environment\/0\/value: “…” is neither/)
})

it('other values are, since that helps to find them', () => {
  expect(messageOf('{ "cpu": half }')).toContain('“half”')
})
