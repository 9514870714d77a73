/** Whether what somebody read is another thing after an edit. */
import type { Reads } from './reads'

/** What an edit touched; undefined stands for everything. */
export interface Changes {
  readonly ids: ReadonlySet<string>
  /** Kinds, and keys of tables. */
  readonly keys: ReadonlySet<string>
}

/** Could an answer that rests on these reads be another one now? `known` is what was found out about the same changes. */
export function isTouched(reads: Reads, changes: Changes, known: Map<Reads, boolean>): boolean {
  if (meets(changes.ids, reads.ids) || meets(changes.keys, reads.keys)) return true
  if (reads.everything) return changes.ids.size > 0 || changes.keys.size > 0
  for (const inner of reads.within) {
    // Many answers rest on the same ones.
    let touched = known.get(inner)
    if (touched === undefined) {
      touched = isTouched(inner, changes, known)
      known.set(inner, touched)
    }
    if (touched) return true
  }
  return false
}

function meets(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  if (few.size > many.size) return meets(many, few)
  for (const one of few) if (many.has(one)) return true
  return false
}
