import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { design, type Recipe, recipe } from '../testing/arbitraries'
import { type Design, emptyDesign } from './design'
import { type History, newHistory, record, redo, seal, undo } from './history'
import { serialize } from './serialize'

const options = { label: 'Edit', before: undefined }
const rename =
  (name: string): Recipe =>
  (draft) => {
    draft.name = name
  }

/** The text after each step, from the first design on. */
function texts(original: Design, recipes: readonly Recipe[], mergeKey?: string) {
  const seen = [serialize(original)]
  let history: History = newHistory(original)
  for (const change of recipes) {
    const next = record(history, change, mergeKey === undefined ? options : { ...options, mergeKey })
    if (next !== history) seen.push(serialize(next.design))
    history = next
  }
  return { history, seen }
}

describe('history', () => {
  test('any edits, undone one by one, give back every state; redone, too', () => {
    fc.assert(
      fc.property(design, fc.array(recipe, { maxLength: 12 }), (original, recipes) => {
        let { history, seen } = texts(original, recipes)
        for (const text of seen.slice(0, -1).reverse()) {
          history = undo(history)
          expect(serialize(history.design)).toBe(text)
        }
        expect(history.past).toEqual([])
        for (const text of seen.slice(1)) {
          history = redo(history)
          expect(serialize(history.design)).toBe(text)
        }
        expect(history.future).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('a member that an edit takes out and puts back stays where it was, undone and redone', () => {
    const group = { kind: 'security-group', spec: { GroupName: 'a', VpcId: '@{one}', Description: 'b' } }
    const moved: Recipe = (draft) => {
      const spec: Record<string, unknown> = draft.elements.group?.spec ?? {}
      delete spec.VpcId
      spec.Tags = []
      spec.VpcId = '@{two}'
    }
    const { history, seen } = texts({ ...emptyDesign('a'), elements: { group } }, [moved])
    expect(Object.keys(history.design.elements.group?.spec ?? {})).toEqual([
      'GroupName',
      'VpcId',
      'Description',
      'Tags',
    ])
    expect(serialize(undo(history).design)).toBe(seen[0])
    expect(serialize(redo(undo(history)).design)).toBe(seen[1])
  })

  test('edits merged into one step are undone and redone at once', () => {
    fc.assert(
      fc.property(design, fc.array(recipe, { minLength: 1, maxLength: 8 }), (original, recipes) => {
        const { history, seen } = texts(original, recipes, 'drag')
        fc.pre(seen.length > 1)
        expect(history.past).toHaveLength(1)
        const undone = undo(history)
        expect(serialize(undone.design)).toBe(seen[0])
        expect(serialize(redo(undone).design)).toBe(seen.at(-1))
      }),
      { numRuns: 300 },
    )
  })

  test('a drag of many frames keeps one edit', () => {
    const start: Design = { ...emptyDesign('drag'), layout: { a: { x: 0, y: 0 } } }
    let history: History = newHistory(start)
    for (let x = 1; x <= 100; x++) {
      const move: Recipe = (draft) => Object.assign(draft.layout.a!, { x, y: x })
      history = record(history, move, { ...options, mergeKey: 'drag' })
    }
    expect(history.past[0]?.edits).toHaveLength(1)
    expect(undo(history).design.layout.a).toEqual({ x: 0, y: 0 })
    expect(redo(undo(history)).design.layout.a).toEqual({ x: 100, y: 100 })
  })

  test('a random walk of edits, undo and redo agrees with a list of states', () => {
    const act = fc.oneof(recipe, fc.constantFrom('undo' as const, 'redo' as const))
    fc.assert(
      fc.property(design, fc.array(act, { maxLength: 20 }), (original, acts) => {
        let history: History = newHistory(original)
        let states = [serialize(original)]
        let at = 0
        for (const one of acts) {
          if (one === 'undo') {
            history = undo(history)
            at = Math.max(0, at - 1)
          } else if (one === 'redo') {
            history = redo(history)
            at = Math.min(states.length - 1, at + 1)
          } else {
            const next = record(history, one, options)
            if (next !== history) states = [...states.slice(0, ++at), serialize(next.design)]
            history = next
          }
          expect(serialize(history.design)).toBe(states[at])
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a member of the document that went comes back in its place', () => {
    const waived: Design = {
      format: 'fairlead/1',
      name: 'a',
      elements: {},
      connections: {},
      waivers: { one: { rule: 'r', element: 'e', reason: 'r', author: 'a' } },
      layout: {},
      'something newer': true,
    }
    const history = record(newHistory<undefined>(waived), (draft) => void delete draft.waivers, options)
    expect(JSON.stringify(undo(history).design)).toBe(JSON.stringify(waived))
    expect(redo(undo(history)).design).not.toHaveProperty('waivers')
  })

  test('a new edit forgets what could have been redone', () => {
    const { history } = texts(emptyDesign('a'), [rename('b'), rename('c')])
    const branched = record(undo(history), rename('d'), options)
    expect(branched.future).toEqual([])
    expect(undo(branched).design.name).toBe('b')
  })

  test('a sealed step takes in no further edit', () => {
    const drag = { ...options, mergeKey: 'drag' }
    const first = record(newHistory<undefined>(emptyDesign('a')), rename('b'), drag)
    expect(record(first, rename('c'), drag).past).toHaveLength(1)
    expect(record(seal(first), rename('c'), drag).past).toHaveLength(2)
  })

  test('a skipped edit leaves no step and survives undo', () => {
    const named = record(newHistory<undefined>(emptyDesign('a')), rename('b'), options)
    const moved = record(
      named,
      (draft) => {
        draft.layout.api = { x: 1, y: 2 }
      },
      { ...options, record: 'skip' },
    )
    expect(undo(moved).design).toMatchObject({ name: 'a', layout: { api: { x: 1, y: 2 } } })
  })
})
