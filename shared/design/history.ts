/** Undo and redo, as a value. A step keeps patches, not copies, so a thousand steps of a huge design stay small. */
import type { Patch } from 'immer'
import type { Design } from './design'
import { type DesignDraft, edit } from './edit'
import { replay } from './replay'

export interface Change {
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
}

export interface Step<Context> {
  /** Says in the menu what will be undone: "Move 3 elements". */
  readonly label: string
  /**
   * The edits that make it up. They stay apart, since the places in one's patches are those of the design it was made
   * on: undoing them in one go would look for list items where they no longer, or not yet, are.
   */
  readonly edits: readonly Change[]
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
  const { design, edits } = settled(history.design, recipe, options.settle)
  if (edits.length === 0) return history
  if (options.record === 'skip') return { ...history, design }
  const last = history.past.at(-1)
  const merges =
    last?.mergeKey !== undefined && last.mergeKey === options.mergeKey && history.future.length === 0
  const step: Step<Context> = {
    label: options.label,
    edits: merges ? edits.reduce(append, last.edits) : edits,
    before: merges ? last.before : options.before,
    after: options.after ?? options.before,
    ...(options.mergeKey === undefined ? {} : { mergeKey: options.mergeKey }),
  }
  const past = [...(merges ? history.past.slice(0, -1) : history.past), step]
  const forgotten = past.at(-MOST_STEPS - 1)
  return { design, past: past.slice(-MOST_STEPS), future: [], root: forgotten ?? history.root }
}

/**
 * Adds an edit to those of a step. One that replaces exactly what the last one replaced takes its place: a drag of a
 * thousand frames keeps two patches, not two thousand.
 */
function append(edits: readonly Change[], { patches, inverse }: Change): readonly Change[] {
  const last = edits.at(-1)
  if (!last || !replacesTheSame(last.patches, patches)) return [...edits, { patches, inverse }]
  return [...edits.slice(0, -1), { patches, inverse: last.inverse }]
}

function replacesTheSame(a: readonly Patch[], b: readonly Patch[]): boolean {
  const same = (one: Patch, other: Patch | undefined) =>
    one.op === 'replace' &&
    other?.op === 'replace' &&
    one.path.length === other.path.length &&
    one.path.every((key, i) => key === other.path[i])
  return a.length === b.length && a.every((patch, i) => same(patch, b[i]))
}

function settled<Context>(
  before: Design,
  recipe: (draft: DesignDraft) => void,
  settle: EditOptions<Context>['settle'],
): { readonly design: Design; readonly edits: readonly Change[] } {
  const { design, ...first } = edit(before, recipe)
  if (first.patches.length === 0) return { design, edits: [] }
  const follow = settle?.(before, design)
  if (!follow) return { design, edits: [first] }
  const { design: after, ...second } = edit(design, follow)
  return { design: after, edits: second.patches.length === 0 ? [first] : [first, second] }
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
    design: step.edits.reduceRight((design, { inverse }) => replay(design, inverse), history.design),
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
    design: step.edits.reduce((design, { patches }) => replay(design, patches), history.design),
    past: [...history.past, step],
    future: rest,
  }
}
