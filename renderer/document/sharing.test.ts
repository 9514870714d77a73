import { expect, it } from 'vitest'
import { parseDesign, serialize } from '../../shared/design/serialize'
import { drawing, element } from '../../shared/rules/examples'
import { sharing } from './sharing'

it('what was read anew is made of what is known wherever both are the same', () => {
  const known = drawing({
    queue: element('sqs-queue', { QueueName: 'jobs' }),
    topic: element('sns-topic', { Name: 'news' }),
  })
  const other = { ...known, elements: { ...known.elements, topic: element('sns-topic', { Name: 'more' }) } }
  const read = parseDesign(serialize(other))
  if (!read.ok) throw new Error('It can’t be read.')
  const shared = sharing(known, read.value)
  expect(shared).toEqual(other)
  expect(shared.elements.queue).toBe(known.elements.queue)
  expect(shared.elements.topic).not.toBe(known.elements.topic)
  expect(shared.layout).toBe(known.layout)
})
