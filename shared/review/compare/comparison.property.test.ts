/** What must hold of comparisons whatever the designs hold. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visible } from '../../basics/characters'
import type { Design } from '../../design/design'
import { edit } from '../../design/edit'
import { logicalView } from '../../figures/view'
import { renameElements } from '../../merge/collisions'
import { anyAct, recipeOf } from '../../testing/acts'
import { design as anyDesign } from '../../testing/arbitraries'
import { templates } from '../../testing/templates'
import { english } from '../../texts/text'
import { meaningHash } from '../approvals'
import { isRemark } from '../remarks'
import { type Comparison, compareDesigns, looksTheSame, meansTheSame } from './comparison'
import { comparisonMarkdown } from './markdown'
import { overlayOf } from './overlay'
import { overlayMarks } from './overlay-marks'

const drawn = Object.values(templates)
const someDesign = fc.oneof(anyDesign, fc.constantFrom(...drawn))
const copy = (design: Design) => JSON.parse(JSON.stringify(design)) as Design
const RUNS = { numRuns: 60 }

test('a design and its copy are the same', () => {
  fc.assert(
    fc.property(someDesign, (design) => {
      const comparison = compareDesigns(design, copy(design))
      expect([meansTheSame(comparison), looksTheSame(comparison)]).toEqual([true, true])
      expect(comparison.lines).toEqual([])
      expect(comparison.problems).toEqual({ appeared: [], mended: [] })
    }),
    RUNS,
  )
})

test('the other way round, what was added is removed and what was before is after', () => {
  fc.assert(
    fc.property(someDesign, someDesign, (before, after) => {
      const there = compareDesigns(before, after)
      const back = compareDesigns(after, before)
      const { added, removed, ...alike } = back.counts
      expect(there.counts).toEqual({ ...alike, added: removed, removed: added })
      expect(new Map([...there.matched].map(([old, id]) => [id, old]))).toEqual(back.matched)
      const values = (
        comparison: Comparison,
        names: readonly ['before', 'after'] | readonly ['after', 'before'],
      ) =>
        comparison.elements
          .flatMap(({ fields }) =>
            fields.map((field) => JSON.stringify(names.map((name) => field[name] ?? null))),
          )
          .filter((text) => !text.includes('@{'))
          .sort()
      expect(values(there, ['before', 'after'])).toEqual(values(back, ['after', 'before']))
    }),
    RUNS,
  )
})

test('where ids are others throughout, nothing has changed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...drawn), fc.nat(), (design, seed) => {
      const ids = Object.keys(design.elements)
      const renamed = renameElements(
        design,
        new Map(ids.map((id, i) => [id, `x-${(i * 7 + seed) % 9973}-${i}`])),
      )
      const comparison = compareDesigns(design, renamed)
      expect(comparison.elements).toEqual([])
      expect(comparison.lines).toEqual([])
      expect(comparison.matched.size).toBe(ids.length)
    }),
    RUNS,
  )
})

test('boxes that are dragged only move', () => {
  const places = fc.array(fc.tuple(fc.nat(), fc.integer({ min: -500, max: 500 })), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(fc.constantFrom(...drawn), places, fc.boolean(), (start, moves, isNetwork) => {
      const design = { ...start, networkLayout: start.networkLayout ?? {} }
      const ids = Object.keys(design.elements)
      const after = edit(design, (draft) => {
        const layout = isNetwork ? (draft.networkLayout ?? {}) : draft.layout
        for (const [n, x] of moves) layout[ids[n % ids.length] ?? ''] = { x, y: 0.5 }
      }).design
      const comparison = compareDesigns(design, after)
      expect(meansTheSame(comparison)).toBe(true)
      expect(new Set(comparison.elements.map(({ status }) => status))).toEqual(new Set(['moved']))
    }),
    RUNS,
  )
})

/** Whether anything differs that the hash of the meaning speaks of. */
function differsInMeaning({ before, after, elements, lines, document }: Comparison): boolean {
  const about = (id: string) => !isRemark(after, id) && !isRemark(before, id)
  return (
    elements.some(({ id, status }) => status !== 'moved' && about(id)) ||
    lines.some(
      ({ stored, from, to, before: was, after: is }) =>
        stored && about(from) && about(to) && (was === undefined || is === undefined),
    ) ||
    document.some(({ pointer }) => pointer === '/region' || pointer === '/account')
  )
}

test('after any acts, something has changed exactly where the meaning is another', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...drawn),
      fc.array(anyAct, { minLength: 1, maxLength: 4 }),
      async (start, acts) => {
        let design = start
        for (const act of acts) {
          const recipe = await recipeOf(act, design)
          if (recipe) design = edit(design, recipe).design
        }
        const comparison = compareDesigns(start, design)
        expect(differsInMeaning(comparison)).toBe(meaningHash(start) !== meaningHash(design))
      },
    ),
    { numRuns: 80 },
  )
})

test('whatever differs can be told, and drawn', () => {
  const statuses = new Set(['added', 'removed', 'changed', 'moved'] as const)
  fc.assert(
    fc.property(someDesign, someDesign, (before, after) => {
      const comparison = compareDesigns(before, after)
      const markdown = comparisonMarkdown(comparison, {
        ...{ title: 'x', words: english, today: '2026-11-26', layout: true },
      })
      // Each row of the table has its five cells, and nothing that nobody sees stands in it.
      for (const line of markdown.split('\n').filter((one) => one.startsWith('| ')))
        expect(line.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(6)
      expect(visible(markdown)).toBe(markdown)
      const overlay = overlayOf(comparison, logicalView, statuses)
      for (const id of overlay.ghosts) expect(Object.hasOwn(after.elements, id)).toBe(false)
      expect(overlayMarks(overlay, english).every((mark) => mark.mark !== 'icon')).toBe(true)
    }),
    { numRuns: 20 },
  )
})
