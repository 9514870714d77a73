/** Ends a switch over a closed set: the compiler complains as soon as a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${String(value)}`)
}
