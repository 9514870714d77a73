/** Whether what somebody read is another thing after an edit. */
import type { IdNumbers, Reads } from './reads'

/** What an edit touched; undefined stands for everything. */
export interface Changes {
  readonly ids: ReadonlySet<string>
  /** Kinds, and keys of tables. */
  readonly keys: ReadonlySet<string>
}

/** Tells whether an answer that rests on some reads could be another one after an edit. */
export type Touched = (reads: Reads) => boolean

/** `numbers` are those with which the reads were noted. */
export function touchedBy({ ids, keys }: Changes, numbers: IdNumbers): Touched {
  // One who asked for an element that is not there noted its id, too; ids that nobody ever noted get numbers here.
  const touched = [...ids].map((id) => numbers.of(id))
  const marks = new Uint8Array(numbers.size)
  for (const number of touched) marks[number] = 1
  const anything = ids.size > 0 || keys.size > 0
  // Many answers rest on the same ones.
  const known = new Map<Reads, boolean>()
  const isTouched = (reads: Reads): boolean => {
    for (const number of reads.ids) if (marks[number] === 1) return true
    if (reads.everything) return anything
    if (meets(keys, reads.keys)) return true
    return reads.within.some(isInnerTouched)
  }
  const isInnerTouched = (inner: Reads): boolean => {
    let answer = known.get(inner)
    if (answer === undefined) {
      answer = isTouched(inner)
      known.set(inner, answer)
    }
    return answer
  }
  return isTouched
}

function meets(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  if (few.size > many.size) return meets(many, few)
  for (const one of few) if (many.has(one)) return true
  return false
}
