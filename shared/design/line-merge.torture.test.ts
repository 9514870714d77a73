/** R10: a design merges well by lines too, for those who use git without Fairlead’s merge driver. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sameJson, setAt } from '../basics/json'
import { element } from '../rules/examples'
import { pointersIn, taskSpec } from '../testing/arbitraries'
import { figure, runs, torture } from '../testing/runs'
import { type Design, emptyDesign } from './design'
import { type DesignDraft, edit } from './edit'
import { parseDesign, serialize } from './serialize'

const PAIRS = runs(100, 1000, 'R10_PAIRS')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairlead-lines-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A design of some size: git takes edits of neighbouring lines for a conflict, and in a large one they are rare. */
const SIZE = 200

const base: fc.Arbitrary<Design> = fc.array(taskSpec, { minLength: 5, maxLength: 10 }).map((specs) => {
  const ids = Array.from({ length: SIZE }, (_, n) => `task-${String(n).padStart(3, '0')}`)
  return {
    ...emptyDesign('Lines'),
    elements: Object.fromEntries(
      ids.map((id, n) => [id, element('task-definition', specs[n % specs.length] ?? {})]),
    ),
    layout: Object.fromEntries(ids.map((id, n) => [id, { x: n * 300, y: 0 }])),
  }
})

/** One edit of one element: a member, a label, its place, or its removal. */
const change = fc.record({
  what: fc.constantFrom('member', 'label', 'move', 'remove', 'grow'),
  at: fc.nat(),
})

function apply(draft: DesignDraft, id: string, { what, at }: { what: string; at: number }): void {
  const chosen = draft.elements[id]
  if (!chosen) return
  const texts = pointersIn(chosen.spec)
  if (what === 'member') setAt(chosen.spec, texts[at % texts.length] ?? '/family', `changed-${at % 100}`)
  else if (what === 'label') chosen.label = `Label ${at % 100}`
  else if (what === 'move') draft.layout[id] = { x: at % 1000, y: at % 500 }
  else if (what === 'grow') chosen.spec.pidMode = 'task'
  else {
    delete draft.elements[id]
    delete draft.layout[id]
  }
}

const pair = fc
  .record({ design: base, a: change, b: change, first: fc.nat(), apart: fc.nat() })
  .map(({ design, a, b, first, apart }) => {
    const ids = Object.keys(design.elements)
    const one = first % ids.length
    const other = (one + 1 + (apart % (ids.length - 1))) % ids.length
    const [mine, theirs] = [ids[one] ?? '', ids[other] ?? '']
    return {
      design,
      ours: edit(design, (draft) => apply(draft, mine, a)).design,
      theirs: edit(design, (draft) => apply(draft, theirs, b)).design,
      both: edit(design, (draft) => {
        apply(draft, mine, a)
        apply(draft, theirs, b)
      }).design,
    }
  })

/** What `git merge-file` makes of three texts. */
function mergeLines(texts: readonly string[]): { readonly clean: boolean; readonly text: string } {
  const files = ['ours', 'base', 'theirs'].map((name) => join(folder, name))
  for (const [i, file] of files.entries()) writeFileSync(file, texts[i] ?? '')
  const { status, stdout } = spawnSync('git', ['merge-file', '-p', ...files], { encoding: 'utf8' })
  return { clean: status === 0, text: stdout }
}

/** How many pairs merged by lines, and of these how many are not both edits. */
function tally(pairs: number, write: (design: Design) => string): { clean: number; wrong: number } {
  let [clean, wrong] = [0, 0]
  for (const { design, ours, theirs, both } of fc.sample(pair, { numRuns: pairs, seed: SEED })) {
    const merged = mergeLines([ours, design, theirs].map(write))
    if (!merged.clean) continue
    clean++
    const read = parseDesign(merged.text)
    if (!read.ok || !sameJson(read.value, both)) wrong++
  }
  return { clean, wrong }
}

const SEED = Number(process.env.R10_SEED ?? Date.now() % 1_000_000)

test('edits of different elements merge by lines, and are both there', { timeout: 600_000 }, () => {
  const { clean, wrong } = tally(PAIRS, serialize)
  figure('R10', `${clean} of ${PAIRS} pairs merged by git merge-file (seed ${SEED}), ${wrong} of them wrong`)
  expect(wrong).toBe(0)
  // Of a hundred pairs two or three may be neighbours by chance.
  expect(clean / PAIRS).toBeGreaterThanOrEqual(torture ? 0.99 : 0.97)
})

test('it can fail: with keys in random order few pairs merge', () => {
  let state = 1
  const random = () => {
    state = (state * 16_807) % 2_147_483_647
    return state
  }
  const shuffled = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .map((entry) => [random(), entry] as const)
            .sort(([a], [b]) => a - b)
            .map(([, entry]) => entry),
        )
      : value
  const { clean } = tally(8, (design) => `${JSON.stringify(design, shuffled, 2)}\n`)
  expect(clean / 8).toBeLessThan(0.5)
})
