/** Small edits that relations write their lines with. */
import { removePruned } from '../../basics/json'
import type { MutableSpec } from '../kind'
import { above } from './reading'

/** Appends to a list, which is made when there is none; refuses where something else stands. */
export function append(node: MutableSpec, key: string, item: unknown): string | undefined {
  const list: unknown = node[key] ?? []
  if (!Array.isArray(list)) return `“${key}” isn’t a list here. Mend the JSON first.`
  node[key] = [...list, item]
  return undefined
}

/** Takes the whole list item out, not only the reference in it. */
export function dropItem(spec: MutableSpec, pointer: string): void {
  removePruned(spec, above(pointer))
}

/** The wanted name, or it with a number. */
export function freeName(wanted: string, taken: ReadonlySet<unknown>, joint = '-'): string {
  let name = wanted
  for (let n = 2; taken.has(name); n++) name = `${wanted}${joint}${n}`
  return name
}
