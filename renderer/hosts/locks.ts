/**
 * Locks between the tabs of this browser. The browser itself takes them from a tab that closes or crashes, so nothing is
 * ever locked by somebody who is gone.
 */
export interface Locks {
  /** False where the browser has none (pages that are not served securely): every tab then stands alone. */
  readonly work: boolean
  /** Takes a lock until it is released; undefined when another tab holds it, or this one already does. */
  readonly take: (name: string) => Promise<Release | undefined>
  /** The names that any tab holds. */
  readonly held: () => Promise<ReadonlySet<string>>
  /** Acts while no tab acts under the same name. */
  readonly alone: <T>(name: string, act: () => Promise<T>) => Promise<T>
}

export type Release = () => void

/** The browser's own, named after the app. */
export function browserLocks(manager: LockManager | undefined): Locks {
  if (!manager) return noLocks
  return {
    work: true,
    take: (name) =>
      new Promise((answer, refuse) => {
        const until = (lock: Lock | null) => {
          if (lock) return new Promise<void>((release) => answer(release))
          answer(undefined)
          return undefined
        }
        manager.request(own(name), { ifAvailable: true }, until).catch(refuse)
      }),
    held: async () => {
      const { held = [] } = await manager.query()
      return new Set(held.map(({ name = '' }) => name.slice(PREFIX.length)))
    },
    alone: async (name, act) => manager.request(own(name), act),
  }
}

const PREFIX = 'fairlead '

const own = (name: string) => `${PREFIX}${name}`

const noLocks: Locks = {
  work: false,
  take: async () => () => undefined,
  held: async () => new Set(),
  alone: (_, act) => act(),
}
