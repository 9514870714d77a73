/**
 * Remembers a pure function's answers by the identity of its argument. Designs share structure between edits, so
 * "same object" means "nothing changed": an edit of one element costs the work of one element.
 */
export function memo<A extends object, R>(compute: (argument: A) => R): (argument: A) => R {
  const known = new WeakMap<A, R>()
  return (argument) => {
    const old = known.get(argument)
    if (old !== undefined || known.has(argument)) return old as R
    const fresh = compute(argument)
    known.set(argument, fresh)
    return fresh
  }
}

/** More texts than a large design has; forgotten all at once when there are more. */
const MOST_TEXTS = 50_000

/** Remembers a pure function's answers by a text. They are shared, so nobody may change them. */
export function memoText<R>(compute: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>()
  return (text) => {
    const old = known.get(text)
    if (old !== undefined) return old
    const fresh = compute(text)
    if (known.size >= MOST_TEXTS) known.clear()
    known.set(text, fresh)
    return fresh
  }
}
