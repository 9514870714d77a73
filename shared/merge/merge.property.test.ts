/** Laws of merging, over random designs and random edits of them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isObject, sameJson, setAt } from '../basics/json'
import { type Design, emptyDesign } from '../design/design'
import { edit } from '../design/edit'
import { parseDesign, serialize } from '../design/serialize'
import { element } from '../rules/examples'
import { design, key, pointersIn, type Recipe, recipe, taskSpec } from '../testing/arbitraries'
import { mergeDesigns } from './merge'
import { settleAll } from './settle'

const recipes = fc.array(recipe, { minLength: 1, maxLength: 6 })
const apply = (base: Design, edits: readonly Recipe[]) =>
  edits.reduce((at, change) => edit(at, change).design, base)

/** A design and two states that were made of it. */
const edited = fc
  .tuple(design, recipes, recipes)
  .map(([base, mine, other]) => ({ base, ours: apply(base, mine), theirs: apply(base, other) }))

/** Three states of a task definition and of the queue that it uses: their lists have much in common. */
const queue = element('sqs-queue', { QueueName: 'work' })
const state = fc.tuple(taskSpec, fc.boolean(), fc.boolean()).map(
  ([spec, withTask, withQueue]): Design => ({
    ...emptyDesign('State'),
    elements: {
      ...(withTask && { task: element('task-definition', spec) }),
      ...(withQueue && { queue }),
    },
  }),
)
const states = fc.record({ base: state, ours: state, theirs: state })
const histories = fc.oneof(edited, states)

const runs = { numRuns: 200 }

/** A design as it comes out of a file: nothing of it is shared with another one. */
const reread = (original: Design) => JSON.parse(JSON.stringify(original)) as Design

describe('merging', () => {
  test('two equal changes give that change', () => {
    fc.assert(
      fc.property(histories, ({ base, ours }) => {
        expect(mergeDesigns(base, ours, reread(ours))).toEqual({ design: ours, conflicts: {} })
      }),
      runs,
    )
  })

  test('with an unchanged side gives the other one, to the byte', () => {
    fc.assert(
      fc.property(histories, ({ base, ours }) => {
        const text = serialize(ours)
        expect(serialize(mergeDesigns(base, reread(base), ours).design)).toBe(text)
        expect(serialize(mergeDesigns(base, ours, reread(base)).design)).toBe(text)
      }),
      runs,
    )
  })

  test('gives a design that can be read back, conflicts and all', () => {
    fc.assert(
      fc.property(histories, ({ base, ours, theirs }) => {
        const merged = mergeDesigns(base, ours, theirs).design
        expect(parseDesign(serialize(merged))).toEqual({ ok: true, value: merged })
        for (const side of ['ours', 'theirs', 'base'] as const) {
          const settled = settleAll(merged, side)
          expect(parseDesign(serialize(settled))).toEqual({ ok: true, value: settled })
          expect(settled).not.toHaveProperty('conflicts')
        }
      }),
      runs,
    )
  })

  test('is the same from either side, but for who is called ours', () => {
    fc.assert(
      fc.property(histories, ({ base, ours, theirs }) => {
        fc.pre(!collide(base, ours, theirs))
        const here = mergeDesigns(base, ours, theirs)
        const there = mergeDesigns(base, theirs, ours)
        expect(Object.keys(here.conflicts).sort()).toEqual(Object.keys(there.conflicts).sort())
        for (const [id, conflict] of Object.entries(here.conflicts)) {
          const { ours: mine, theirs: other, ...rest } = there.conflicts[id] ?? {}
          expect({ ours: undefined, theirs: undefined, ...conflict }).toEqual({
            ...rest,
            ours: other,
            theirs: mine,
          })
        }
        expect(meaning(settleAll(here.design, 'theirs'))).toEqual(meaning(settleAll(there.design, 'ours')))
      }),
      runs,
    )
  })

  test('edits of different elements come together without a question', () => {
    fc.assert(
      fc.property(design, fc.nat(), fc.nat(), key, key, (base, n, m, mine, other) => {
        const ids = Object.keys(base.elements)
        const [a, b] = [ids[n % ids.length], ids[m % ids.length]]
        fc.pre(a !== undefined && b !== undefined && a !== b)
        const set = (id: string, member: string) => (from: Design) =>
          edit(from, (draft) => setAt(draft.elements, pointer(id, member), 'new')).design
        const merged = mergeDesigns(base, set(a, mine)(base), set(b, other)(base))
        expect(merged.conflicts).toEqual({})
        expect(sameJson(merged.design, set(b, other)(set(a, mine)(base)))).toBe(true)
      }),
      runs,
    )
  })

  test('loses nothing that a side wrote: it is in the design or in a conflict', () => {
    const place = fc.tuple(fc.nat(), fc.boolean())
    const places = fc.array(place, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(design, places, places, (base, mine, other) => {
        const ours = marked(base, 'ours', mine)
        const theirs = marked(base, 'theirs', other)
        const merged = JSON.stringify(mergeDesigns(base, ours, theirs).design)
        const marks = [
          ...`${JSON.stringify(ours)}${JSON.stringify(theirs)}`.matchAll(/\[(ours|theirs) \d\]/g),
        ]
        for (const [mark] of marks) expect(merged).toContain(mark)
      }),
      runs,
    )
  })
})

const pointer = (id: string, member: string) =>
  `/${id}/spec/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`

/** Texts of a side's own at random places, some of them in the place of whole elements. */
function marked(base: Design, side: string, places: readonly (readonly [number, boolean])[]): Design {
  return places.reduce((at, [n, whole], i) => {
    const mark = `[${side} ${i}]`
    return edit(at, (draft) => {
      const inSpecs = pointersIn(draft.elements).filter((place) => /^\/[^/]+\/spec\/./.test(place))
      const chosen = inSpecs[n % Math.max(1, inSpecs.length)]
      const ids = Object.keys(draft.elements)
      const id = ids[n % Math.max(1, ids.length)]
      if (whole && n % 2 === 0) draft.elements[`new-${n % 3}`] = { kind: 'note', spec: { text: mark } }
      else if (whole && id !== undefined) delete draft.elements[id]
      else if (chosen !== undefined) setAt(draft.elements, chosen, mark)
      else draft.name = mark
    }).design
  }, base)
}

/** Did both sides add something under one id? One of them gets another id then, and it matters whose that is. */
function collide(base: Design, ours: Design, theirs: Design): boolean {
  return (['elements', 'connections'] as const).some((section) =>
    Object.keys(ours[section]).some(
      (id) => !Object.hasOwn(base[section], id) && Object.hasOwn(theirs[section], id),
    ),
  )
}

/** Without the places, where ours stays, and without the order of items and members. */
function meaning({ layout: _, ...rest }: Design): unknown {
  return JSON.parse(JSON.stringify(rest), (_key, value) =>
    Array.isArray(value) ? value.map((item) => sorted(item)).sort() : value,
  )
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  )
}
