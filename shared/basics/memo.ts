/**
 * Remembers a pure function's answers by the identity of its argument. Designs share structure between edits, so
 * "same object" means "nothing changed": an edit of one element costs the work of one element.
 */
export function memo<A extends object, R>(compute: (argument: A) => R): (argument: A) => R {
  const known = new WeakMap<A, R>()
  // Mostly it is asked again about what it was asked about before, which a weak map takes long to find.
  let last: A | undefined
  let lastAnswer: R
  return (argument) => {
    if (argument === last) return lastAnswer
    const old = known.get(argument)
    const answer = old !== undefined || known.has(argument) ? (old as R) : compute(argument)
    if (old === undefined) known.set(argument, answer)
    last = argument
    lastAnswer = answer
    return answer
  }
}

/** Remembers a pure function's last answer only: for what is asked about one thing many times in a row. */
export function memoLast<A extends object, R>(compute: (argument: A) => R): (argument: A) => R {
  let last: A | undefined
  let answer: R
  return (argument) => {
    if (argument !== last) {
      answer = compute(argument)
      last = argument
    }
    return answer
  }
}

/** More texts than a large design has; forgotten all at once when there are more. */
const MOST_TEXTS = 50_000
/** A longer one is worth less than the memory that it takes. */
const LONGEST_TEXT = 2_000

/** Remembers a pure function's answers by a text. They are shared, so nobody may change them. */
export function memoText<R>(compute: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>()
  return (text) => {
    if (text.length > LONGEST_TEXT) return compute(text)
    const old = known.get(text)
    if (old !== undefined) return old
    const fresh = compute(text)
    if (known.size >= MOST_TEXTS) known.clear()
    known.set(text, fresh)
    return fresh
  }
}
