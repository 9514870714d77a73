/** Copilot manifests as trees, with the settings of an environment laid over what holds for all. */
import { isObject } from '../../basics/json'
import { member, type Node, objectNode, textOf } from '../containers/node'
import { type } from './types'

/** Is a document a manifest of Copilot? */
export function isManifest(value: unknown): boolean {
  return isObject(value) && typeof value.name === 'string' && type(value.type) !== undefined
}

/** The environments that a manifest has settings for. */
export function environmentsOf(root: Node): readonly string[] {
  return [...(member(root, 'environments')?.members?.keys() ?? [])]
}

export interface Manifest {
  readonly root: Node
  /** What the environment overrides. */
  readonly overridden: readonly Node[]
}

/** The manifest as it is in an environment: maps merge, everything else is replaced, as Copilot does it. */
export function inEnvironment(root: Node, environment: string): Manifest {
  const over = member(member(root, 'environments'), environment)
  const base = [...(root.members ?? [])].filter(([key]) => key !== 'environments')
  const plain = objectNode(root.at, base)
  if (!over) return { root: plain, overridden: [] }
  const overridden: Node[] = []
  return { root: laidOver(plain, over, overridden), overridden }
}

/** Members of which only one may be there: the one of the environment takes the other’s place. */
const EITHER: readonly (readonly [string, string])[] = [
  ['build', 'location'],
  ['location', 'build'],
]

function laidOver(base: Node, over: Node, lost: Node[]): Node {
  if (!base.members || !over.members) {
    lost.push(base)
    return over
  }
  const members = new Map(base.members)
  for (const [key, node] of over.members) {
    for (const [one, other] of EITHER) {
      const replaced = key === one ? members.get(other) : undefined
      if (!replaced || over.members.has(other)) continue
      lost.push(replaced)
      members.delete(other)
    }
    const before = members.get(key)
    members.set(key, before ? laidOver(before, node, lost) : node)
  }
  return objectNode(base.at, members)
}

/** The name of the service or job. */
export function nameIn(root: Node): string {
  return textOf(member(root, 'name')) ?? 'service'
}
