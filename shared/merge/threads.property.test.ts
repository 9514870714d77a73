/** Two people edit copies of a design and comment on both: merged, no thread, reply or edit is lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Design, designSchema, emptyDesign } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { parseDesign, serialize } from '../design/serialize'
import {
  editComment,
  reattach,
  removeComment,
  reopen,
  reply,
  resolve,
  startThread,
  threadsOf,
} from '../review/threads'
import { design as anyDesign, type Recipe, recipe } from '../testing/arbitraries'
import { mergeDesigns } from './merge'
import { settleAll } from './settle'

const ACTS = ['start', 'reply', 'edit', 'remove', 'resolve', 'reopen', 'move'] as const

/** What somebody does in a review, aimed by two numbers. */
const act = fc.tuple(fc.constantFrom(...ACTS), fc.nat(), fc.nat())
type Act = readonly [(typeof ACTS)[number], number, number]

const acts = fc.array(fc.oneof(act, recipe), { minLength: 1, maxLength: 12 })
type Acts = readonly (Act | Recipe)[]

const runs = { numRuns: 300 }

/** A side's copy after its acts, and every text that it wrote and did not take back or overwrite itself. */
function copyOf(
  base: Design,
  side: string,
  all: Acts,
): { readonly design: Design; readonly wrote: Set<string> } {
  let design = base
  all.forEach((one, step) => {
    const recipe = typeof one === 'function' ? one : reviewing(design, side, step, one)
    design = edit(design, recipe).design
  })
  const wrote = new Set<string>()
  for (const { id, comments } of threadsOf(design)) {
    const before = base.threads?.[id]?.comments ?? {}
    for (const comment of comments) if (before[comment.id]?.text !== comment.text) wrote.add(comment.text)
  }
  return { design, wrote }
}

function reviewing(design: Design, side: string, step: number, [what, a, b]: Act): Recipe {
  const at = `2026-11-26T09:${String(step).padStart(2, '0')}:00.000Z`
  const by = { author: side, at }
  const text = `[${side} ${step}]`
  const ids = Object.keys(design.elements)
  const pin = ids.length > 0 && b % 4 > 0 ? { element: ids[b % ids.length] } : { x: a % 100, y: b % 100 }
  const all = threadsOf(design)
  const thread = all[a % Math.max(1, all.length)]
  const comment = thread?.comments[b % thread.comments.length]
  return (draft: DesignDraft) => {
    if (what === 'start') {
      const id = `${side}-${step}`
      startThread(draft, { id, comment: `${id}-c`, kind: 'question', pin, text, by })
    }
    if (!thread || !comment) return
    if (what === 'reply') reply(draft, thread.id, `${side}-${step}`, text, by)
    if (what === 'edit') editComment(draft, thread.id, comment.id, text, at)
    if (what === 'remove') removeComment(draft, thread.id, comment.id)
    if (what === 'resolve') resolve(draft, thread.id, by)
    if (what === 'reopen') reopen(draft, thread.id)
    if (what === 'move') reattach(draft, thread.id, pin)
  }
}

const histories = fc.tuple(anyDesign, acts, acts).map(([base, mine, other]) => ({
  base,
  ours: copyOf(base, 'ours', mine),
  theirs: copyOf(base, 'theirs', other),
}))

describe('merging two copies that were edited and commented on', () => {
  test('loses no thread, reply or edit', () => {
    fc.assert(
      fc.property(histories, ({ base, ours, theirs }) => {
        const { design } = mergeDesigns(base, ours.design, theirs.design)
        const said = new Set(threadsOf(design).flatMap(({ comments }) => comments.map(({ text }) => text)))
        const asked = JSON.stringify(design.conflicts ?? {})
        for (const text of [...ours.wrote, ...theirs.wrote]) {
          // A comment that both rewrote is the one thing that can be in a question.
          expect(said.has(text) || asked.includes(JSON.stringify(text).slice(1, -1))).toBe(true)
        }
        // What both left alone is there as well.
        for (const { id, comments } of threadsOf(base)) {
          for (const comment of comments) {
            const [mine, other] = [ours, theirs].map(
              (side) => side.design.threads?.[id]?.comments[comment.id],
            )
            if (mine && other) expect(design.threads?.[id]?.comments).toHaveProperty(comment.id)
          }
        }
      }),
      runs,
    )
  })

  test('asks about nothing else that was said', () => {
    fc.assert(
      fc.property(histories, ({ base, ours, theirs }) => {
        const { conflicts } = mergeDesigns(base, ours.design, theirs.design)
        const about = Object.values(conflicts).filter(({ of }) => of === 'thread')
        for (const { pointer } of about) expect(pointer).toMatch(/^\/comments\/[^/]+\/text$/)
      }),
      runs,
    )
  })

  test('gives both the same threads', () => {
    fc.assert(
      fc.property(histories, ({ base, ours, theirs }) => {
        fc.pre(!sameIds(base, ours.design, theirs.design))
        const here = settleAll(mergeDesigns(base, ours.design, theirs.design).design, 'ours')
        const there = settleAll(mergeDesigns(base, theirs.design, ours.design).design, 'theirs')
        expect(threadsOf(here).map(plain)).toEqual(threadsOf(there).map(plain))
      }),
      runs,
    )
  })

  test('can be saved and opened', () => {
    fc.assert(
      fc.property(histories, ({ base, ours, theirs }) => {
        const { design } = mergeDesigns(base, ours.design, theirs.design)
        expect(designSchema.safeParse(design).success).toBe(true)
        expect(parseDesign(serialize(design))).toEqual({ ok: true, value: design })
      }),
      runs,
    )
  })
})

/** When a text was rewritten is told by the side whose text it is. */
function plain(thread: ReturnType<typeof threadsOf>[number]) {
  return { ...thread, comments: thread.comments.map(({ edited: _, ...comment }) => comment) }
}

/** Elements that both added under one id: one side's gets another id, and which one depends on who merges. */
function sameIds(base: Design, ours: Design, theirs: Design): boolean {
  return (['elements', 'connections'] as const).some((section) =>
    Object.keys(ours[section]).some(
      (id) => !Object.hasOwn(base[section], id) && Object.hasOwn(theirs[section], id),
    ),
  )
}

test('a thread that one side deleted stays when the other one replied', () => {
  const by = (author: string, minute: number) => ({ author, at: `2026-11-26T09:0${minute}:00.000Z` })
  const base = edit(emptyDesign('Orders'), (draft) =>
    startThread(draft, { id: 't', comment: 'c', kind: 'note', pin: {}, text: 'Hello?', by: by('Min', 1) }),
  ).design
  const ours = edit(base, (draft) => removeComment(draft, 't', 'c')).design
  const theirs = edit(base, (draft) => reply(draft, 't', 'd', 'Here.', by('Ada', 2))).design
  for (const merged of [mergeDesigns(base, ours, theirs), mergeDesigns(base, theirs, ours)]) {
    expect(merged.conflicts).toEqual({})
    expect(threadsOf(merged.design)[0]?.comments.map(({ text }) => text)).toEqual(['Hello?', 'Here.'])
  }
})
