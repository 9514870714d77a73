/** One thing at a time per key: two saves of the same file must not overtake each other. */

export type Queue = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** A fresh queue. What fails does not stop what comes after it. */
export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work)
    last.set(key, turn)
    const forget = () => {
      if (last.get(key) === turn) last.delete(key)
    }
    turn.then(forget, forget)
    return turn
  }
}
