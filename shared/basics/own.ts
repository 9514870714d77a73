/**
 * A member of an object's own, or undefined. A table that is asked with words of a file is asked through this: every
 * object knows `constructor` and `toString`, and a file may well say so.
 */
export function own<V>(table: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
