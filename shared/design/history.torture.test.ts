/** R8: undo and redo are exact, whatever was done, and what is derived from a design is what it would be from a fresh one. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../graph/graph'
import { settle } from '../layout/settle'
import { validate, validateOnce } from '../rules/validate'
import { acts, anyAct, type NamedAct, recipeOf } from '../testing/acts'
import { design as anyDesign } from '../testing/arbitraries'
import { figure, runs, torture } from '../testing/runs'
import type { Design } from './design'
import { grownBeyond } from './design-limits'
import { type History, newHistory, record, redo, undo } from './history'
import { parseDesign, serialize } from './serialize'

const SEQUENCES = runs(500, 10_000, 'R8_SEQUENCES')

const TEMPLATES = 'assets/templates'
const templates = readdirSync(TEMPLATES).map((name) => read(readFileSync(`${TEMPLATES}/${name}`, 'utf8')))

function read(text: string): Design {
  const parsed = parseDesign(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

type Step = NamedAct | 'undo' | 'redo' | 'reopen'

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: anyAct },
  { weight: 4, arbitrary: fc.constant('undo' as const) },
  { weight: 3, arbitrary: fc.constant('redo' as const) },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
)

const session = fc.record({
  start: fc.oneof(
    { weight: 4, arbitrary: anyDesign },
    { weight: 1, arbitrary: fc.constantFrom(...templates) },
  ),
  steps: fc.array(step, { minLength: 3, maxLength: 10, size: 'max' }),
})

/** What a history must be like: the texts of its states, and which of them it is in. */
interface Model {
  readonly texts: readonly string[]
  readonly at: number
}

type Run = (history: History, act: NamedAct) => Promise<History>

const edited: Run = async (history, act) => {
  const recipe = await recipeOf(act, history.design)
  if (!recipe) return history
  const next = record(history, recipe, { label: act.name, before: undefined, settle })
  // The app refuses what could be saved but never be opened again.
  return grownBeyond(history.design, next.design) ? history : next
}

/** Plays a session and compares with the model after each step; `seen` counts the acts that changed something. */
async function play(start: Design, steps: readonly Step[], run: Run = edited, seen?: Map<string, number>) {
  let history: History = newHistory(start)
  let model: Model = { texts: [serialize(start)], at: 0 }
  for (const one of steps) {
    if (one === 'undo') {
      history = undo(history)
      model = { ...model, at: Math.max(0, model.at - 1) }
    } else if (one === 'redo') {
      history = redo(history)
      model = { ...model, at: Math.min(model.texts.length - 1, model.at + 1) }
    } else if (one === 'reopen') {
      history = newHistory(read(serialize(history.design)))
      model = { texts: [model.texts[model.at] ?? ''], at: 0 }
    } else {
      const next = await run(history, one)
      if (next === history) continue
      seen?.set(one.name, (seen.get(one.name) ?? 0) + 1)
      history = next
      model = { texts: [...model.texts.slice(0, model.at + 1), serialize(next.design)], at: model.at + 1 }
    }
    expect(serialize(history.design)).toBe(model.texts[model.at])
  }
  agreesWithRebuild(history.design)
  while (history.future.length > 0) history = redo(history)
  expect(serialize(history.design)).toBe(model.texts.at(-1))
  while (history.past.length > 0) history = undo(history)
  expect(serialize(history.design)).toBe(model.texts[0])
}

/** Graph and problems, which are brought up to date with each edit, against those of the same design read anew. */
function agreesWithRebuild(design: Design): void {
  const fresh = read(serialize(design))
  const derived = (of: Design) => {
    const { connections, parent, dangling, rows } = graphOf(of)
    const lines = connections.map(({ id, from, to, meaning }) => `${id} ${from} ${to} ${meaning}`)
    return JSON.stringify([lines.sort(), [...parent].sort(), [...dangling.keys()].sort(), [...rows].sort()])
  }
  expect(derived(design)).toBe(derived(fresh))
  const told = (problems: ReturnType<typeof validate>) =>
    problems.map(({ rule, element, path, message }) => `${rule} ${element}${path} ${message}`).sort()
  expect(told(validate(design))).toEqual(told(validateOnce(fresh)))
}

test('random sessions of every edit, undo, redo, save and open agree with a list of states', {
  timeout: 3_600_000,
}, async () => {
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(session, ({ start, steps }) => play(start, steps, edited, seen)),
    { numRuns: SEQUENCES },
  )
  // In a short run one or the other may find nothing to do.
  const unused = Object.keys(acts).filter((name) => !seen.has(name))
  expect(unused.length).toBeLessThanOrEqual(torture ? 0 : 3)
  const total = [...seen.values()].reduce((sum, n) => sum + n, 0)
  figure('R8', `${SEQUENCES} sequences, ${total} edits of ${seen.size} kinds, undone and redone to the byte`)
})

test('it can fail: an edit beside the history is found out', async () => {
  const beside: Run = async (history, act) => {
    const next = await edited(history, act)
    return act.name === 'move' ? { ...next, past: history.past, design: next.design } : next
  }
  const sessions = fc.asyncProperty(session, ({ start, steps }) => play(start, steps, beside))
  const result = await fc.check(sessions, { numRuns: 300, endOnFailure: true })
  expect(result.failed).toBe(true)
})
