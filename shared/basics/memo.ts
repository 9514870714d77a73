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
