import { expect, test } from 'vitest'
import { addElement } from '../graph/new-element'
import { emptyDesign } from './design'
import { edit } from './edit'
import { takenIds } from './taken-ids'

const comments = { c: { author: 'Ana', written: '2026-11-26T10:00:00.000Z', text: 'Why?' } }
const design = {
  ...emptyDesign('Shop'),
  elements: { there: { kind: 'iam-role', spec: {} } },
  threads: {
    a: { kind: 'note', pin: { element: 'there' }, comments },
    b: { kind: 'note', pin: { element: 'cluster' }, comments },
    c: { kind: 'note', pin: { x: 0, y: 0 }, comments },
  },
}

test('an id is taken by an element, and by what is still said about one that is gone', () => {
  const isTaken = takenIds(design)
  expect(['there', 'cluster', 'constructor', 'new'].map(isTaken)).toEqual([true, true, false, false])
})

test('what is drawn next does not inherit the threads of what was deleted', () => {
  let id = ''
  edit(design, (draft) => {
    id = addElement(draft, 'cluster', 'cluster')
  })
  expect(id).toBe('cluster-2')
})
