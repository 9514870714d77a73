/** One thing at a time per key: two saves of the same file must not overtake each other. */

export interface Queue {
  <T>(key: string, work: () => Promise<T>): Promise<T>
  /** Is something still waiting or at work? */
  readonly isBusy: () => boolean
  /** Resolves when all that waits now is done, whatever came of it. */
  readonly done: () => Promise<void>
}

/** A fresh queue. What fails does not stop what comes after it. */
export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>()
  function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work)
    last.set(key, turn)
    const forget = () => {
      if (last.get(key) === turn) last.delete(key)
    }
    turn.then(forget, forget)
    return turn
  }
  return Object.assign(inTurn, {
    isBusy: () => last.size > 0,
    done: async () => void (await Promise.allSettled(last.values())),
  })
}
