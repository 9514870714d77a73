/**
 * What JavaScript's own conversions do, for values of files. `String` and `Number` throw on an object that has a member
 * of its own called `toString` or `valueOf`, and on lists that hold one, so no other file of the core calls them.
 */

/** A value as a text: lists and objects as JSON, everything else as `String` would have it. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

/** Those of the values that are there (not undefined), as texts with something between them. */
export function joinTexts(values: readonly unknown[], between: string): string {
  return values
    .filter((value) => value !== undefined)
    .map(toText)
    .join(between)
}

/** A value as a number, as `Number` would have it; lists and objects are not one (NaN). */
export function toNumber(value: unknown): number {
  return typeof value === 'object' && value !== null ? Number.NaN : Number(value)
}
