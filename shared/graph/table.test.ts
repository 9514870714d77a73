import { expect, it } from 'vitest'
import { edit } from '../design/edit'
import { drawing, element } from '../rules/examples'
import { changesBetween } from './changes'
import { elementsOfKind, graphOf } from './graph'
import { answered, recording } from './recording'
import { sameItems, table } from './table'
import { touchedBy } from './touched'

const queues = drawing({
  orders: element('sqs-queue', { QueueName: 'orders' }),
  bills: element('sqs-queue', { QueueName: 'bills' }),
  again: element('sqs-queue', { QueueName: 'orders' }),
})

const named = table((graph) => {
  const names = new Map<string, string[]>()
  for (const id of elementsOfKind(graph, 'sqs-queue')) {
    const name = String(graph.element(id)?.spec.QueueName)
    names.set(name, [...(names.get(name) ?? []), id])
  }
  return names
}, sameItems)

/** Would somebody who looked up a name have to look again after a queue is renamed? */
function looksAgain(key: string, id: string, name: string): boolean | undefined {
  const before = graphOf(queues)
  const noting = recording(before)
  const { reads } = answered(noting, named, key)
  const after = edit(queues, ({ elements }) => {
    const queue = elements[id]
    if (queue) queue.spec.QueueName = name
  }).design
  const changes = changesBetween(before, graphOf(after))
  return changes && touchedBy(changes, noting.notes.numbers)(reads)
}

it('is looked up alike on plain and on noting graphs', () => {
  const plain = graphOf(queues)
  for (const graph of [plain, recording(plain).graph]) {
    expect(named(graph, 'orders')).toEqual(['orders', 'again'])
    expect(named(graph, 'gone')).toBeUndefined()
  }
})

it('is looked up again only where what stands under the key is another thing', () => {
  expect(looksAgain('bills', 'bills', 'invoices')).toBe(true)
  expect(looksAgain('invoices', 'bills', 'invoices')).toBe(true)
  expect(looksAgain('orders', 'again', 'more')).toBe(true)
  expect(looksAgain('orders', 'bills', 'invoices')).toBe(false)
  expect(looksAgain('bills', 'again', 'more')).toBe(false)
})
