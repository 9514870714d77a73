/** Undo and redo, as a value. A step keeps patches, not copies, so a thousand steps of a huge design stay small. */
import type { Patch } from 'immer'
import type { Design } from './design'
import { type DesignDraft, type Edit, edit } from './edit'
import { replay } from './replay'

export interface Step<Context> {
  /** Says in the menu what will be undone: "Move 3 elements". */
  readonly label: string
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  /** What the app restores with the step: selection and view, before and after it. */
  readonly before: Context
  readonly after: Context
  /** Consecutive edits with the same key become one step: a drag, a burst of arrow keys, typing in one field. */
  readonly mergeKey?: string
}

export interface History<Context = undefined> {
  readonly design: Design
  readonly past: readonly Step<Context>[]
  readonly future: readonly Step<Context>[]
  /** Stands for what was before the oldest step that is still remembered. */
  readonly root: object
}

export interface EditOptions<Context> {
  readonly label: string
  readonly before: Context
  readonly after?: Context
  readonly mergeKey?: string
  /** A second recipe that follows from the first one's result and belongs to the same step. */
  readonly settle?: (before: Design, after: Design) => ((draft: DesignDraft) => void) | undefined
  /** `skip` changes the design without a step, for what is no act of the user's. */
  readonly record?: 'step' | 'skip'
}

const MOST_STEPS = 1000

export function newHistory<Context>(design: Design): History<Context> {
  return { design, past: [], future: [], root: {} }
}

/** Edits the newest design. An edit that changes nothing leaves no step. */
export function record<Context>(
  history: History<Context>,
  recipe: (draft: DesignDraft) => void,
  options: EditOptions<Context>,
): History<Context> {
  const { design, patches, inverse } = settled(history.design, recipe, options.settle)
  if (patches.length === 0) return history
  if (options.record === 'skip') return { ...history, design }
  const last = history.past.at(-1)
  const merges =
    last?.mergeKey !== undefined && last.mergeKey === options.mergeKey && history.future.length === 0
  const step: Step<Context> = {
    label: options.label,
    patches: merges ? newest([...last.patches, ...patches]) : patches,
    inverse: merges ? newest([...inverse, ...last.inverse]) : inverse,
    before: merges ? last.before : options.before,
    after: options.after ?? options.before,
    ...(options.mergeKey === undefined ? {} : { mergeKey: options.mergeKey }),
  }
  const past = [...(merges ? history.past.slice(0, -1) : history.past), step]
  const forgotten = past.at(-MOST_STEPS - 1)
  return { design, past: past.slice(-MOST_STEPS), future: [], root: forgotten ?? history.root }
}

/**
 * Of several replacements of the same member only the last one counts, as long as nothing else happened in between: a
 * drag of a thousand frames keeps two patches, not two thousand.
 */
function newest(patches: readonly Patch[]): readonly Patch[] {
  if (!patches.every((patch) => patch.op === 'replace')) return patches
  const last = new Map(patches.map((patch) => [JSON.stringify(patch.path), patch]))
  if (last.size === patches.length) return patches
  // A member replaced as a part of another one: then the order of all of them counts.
  const nested = patches.some(({ path }) =>
    path.some((_, end) => last.has(JSON.stringify(path.slice(0, end)))),
  )
  return nested ? patches : [...last.values()]
}

function settled<Context>(
  before: Design,
  recipe: (draft: DesignDraft) => void,
  settle: EditOptions<Context>['settle'],
): Edit {
  const first = edit(before, recipe)
  const follow = first.patches.length > 0 ? settle?.(before, first.design) : undefined
  if (!follow) return first
  const second = edit(first.design, follow)
  return {
    design: second.design,
    patches: [...first.patches, ...second.patches],
    inverse: [...second.inverse, ...first.inverse],
  }
}

/**
 * Names the state that a history is in: the same object again means the same design, however one got there. Undoing all
 * that came after a save is "saved" again.
 */
export function stateOf(history: History<unknown>): object {
  return history.past.at(-1) ?? history.root
}

/** Closes the running merge, so that the next edit with the same key is a step of its own. */
export function seal<Context>(history: History<Context>): History<Context> {
  const last = history.past.at(-1)
  if (last?.mergeKey === undefined) return history
  const { mergeKey: _, ...sealed } = last
  return { ...history, past: [...history.past.slice(0, -1), sealed] }
}

/** One step back; the same history when there is none. */
export function undo<Context>(history: History<Context>): History<Context> {
  const step = history.past.at(-1)
  if (!step) return history
  return {
    ...history,
    design: replay(history.design, step.inverse),
    past: history.past.slice(0, -1),
    future: [step, ...history.future],
  }
}

/** One step forward again; the same history when there is none. */
export function redo<Context>(history: History<Context>): History<Context> {
  const [step, ...rest] = history.future
  if (!step) return history
  return {
    ...history,
    design: replay(history.design, step.patches),
    past: [...history.past, step],
    future: rest,
  }
}
