/** What the double lacks must be noticed, not silently undefined. */

/** The same object, but reading a member that it does not have is an error. Members may be replaced, as specs do. */
export function strict<T extends object>(name: string, api: T): T {
  return new Proxy(api, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target)
      // A promise is recognised by `then`; asking for it is no use of the API.
      if (value === undefined && typeof key === 'string' && key !== 'then' && !(key in target)) {
        throw new Error(`The Electron double has no ${name}.${key}. Add it in e2e/electron-double.`)
      }
      return value
    },
  })
}
