import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listingOf, relisted } from './listing'
import { type Problem, severities } from './problem'

const problem = fc.tuple(fc.constantFrom(...severities), fc.string()).map(
  ([severity, message]): Problem => ({
    rule: 'r',
    severity,
    element: 'e',
    path: '',
    message,
    words: message,
    values: {},
  }),
)

const found = fc.array(problem, { maxLength: 3 })

it('lists errors before warnings and advice, each in the order of the elements', () => {
  const of = (severity: Problem['severity'], message: string): Problem => ({
    ...{ rule: 'r', element: 'e', path: '' },
    severity,
    message,
    words: message,
    values: {},
  })
  const lists = [[of('advice', 'a'), of('error', 'b')], [], [of('error', 'c'), of('warning', 'd')]]
  expect(
    listingOf(lists)
      .problems.map(({ message }) => message)
      .join(''),
  ).toBe('bcda')
})

it('with other findings of some elements is the listing of them all', () => {
  const lists = fc.array(fc.tuple(found, fc.option(found)), { maxLength: 8 })
  fc.assert(
    fc.property(lists, (elements) => {
      const before = listingOf(elements.map(([old]) => old))
      const changes = elements.flatMap(([, now], place) => (now ? [[place, now] as const] : []))
      expect(relisted(before, changes)).toEqual(listingOf(elements.map(([old, now]) => now ?? old)))
    }),
  )
})

it('stays the same as long as nothing else is found', () => {
  const listing = listingOf([[]])
  expect(relisted(listing, [])).toBe(listing)
})
