import { expect, test } from 'vitest'
import { emptyDesign, type Thread } from '../../../shared/design/design'
import { threadsAt } from './threads-at'

const about = (element: string, pointer?: string, resolved = false): Thread => ({
  kind: 'note',
  pin: { element, ...(pointer === undefined ? {} : { pointer }) },
  comments: { a: { author: 'Ada', written: '2026-11-01T09:00:00Z', text: 'Hm.' } },
  ...(resolved ? { resolved: { author: 'Ada', at: '2026-11-02T09:00:00Z' } } : {}),
})
const design = {
  ...emptyDesign('Shop'),
  elements: {
    api: { kind: 'task-definition', spec: { containerDefinitions: [{ name: 'api' }, { name: 'proxy' }] } },
    web: { kind: 'task-definition', spec: {} },
  },
  threads: {
    whole: about('api'),
    image: about('api', '/containerDefinitions/0/image'),
    second: about('api', '/containerDefinitions/name=proxy/image'),
    done: about('api', '/cpu', true),
    other: about('web', '/cpu'),
  },
}
const ids = (pointer: string, closed = false) => threadsAt(design, 'api', pointer, closed).map(({ id }) => id)

test('a field has the open threads about it', () => {
  expect(ids('/containerDefinitions/0/image')).toEqual(['image'])
  expect(ids('/containerDefinitions/1/image')).toEqual(['second'])
  expect(ids('/cpu')).toEqual([])
  expect(ids('')).toEqual(['whole'])
})

test('a field keeps its threads when another item of the list goes', () => {
  const { api, ...others } = design.elements
  const left = { ...api, spec: { containerDefinitions: api.spec.containerDefinitions.slice(1) } }
  const now = { ...design, elements: { ...others, api: left } }
  expect(threadsAt(now, 'api', '/containerDefinitions/0/image').map(({ id }) => id)).toContain('second')
})

test('what is closed has those about what is in it', () => {
  expect(ids('/containerDefinitions/0')).toEqual([])
  expect(ids('/containerDefinitions/0', true)).toEqual(['image'])
  expect(ids('/containerDefinitions', true)).toEqual(['image', 'second'])
})

test('nothing is made anew for fields without threads', () => {
  expect(threadsAt(design, 'api', '/memory')).toBe(threadsAt(design, 'none', '/memory'))
})
