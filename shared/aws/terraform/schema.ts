/** The arguments of the provider's resources: what is a block, what an attribute, and of which type. */
import { resourceTypes, type TerraformType } from './resource-types'
import data from './schema.json'

/** `s` text, `n` number, `b` boolean; followed by `l`, a list of it, by `m`, a map. */
export type Simple = string

/** `1`: one block. `*`: any number of blocks. `1a`, `a`: an attribute that holds an object, or a list of them. */
export interface Nested {
  readonly $: '1' | '*' | '1a' | 'a'
  readonly [argument: string]: Argument
}

export type Argument = Simple | Nested

const resources = data.resources as unknown as Readonly<Record<TerraformType, Nested>>

/** The provider's version that the arguments are those of. */
export const providerVersion: string = data.provider

/** Is it a resource that designs know? */
export function isKnownType(type: string): type is TerraformType {
  return (resourceTypes as readonly string[]).includes(type)
}

/** What is at a path such as `/load_balancer/container_port`; undefined when the resource has no such argument. */
export function argumentAt(type: TerraformType, path: string): Argument | undefined {
  let found: Argument | undefined = resources[type]
  for (const name of path.split('/').slice(1)) {
    if (typeof found !== 'object' || !Object.hasOwn(found, name)) return undefined
    found = (found as Nested)[name]
  }
  return found
}

/** The names of the arguments at a path. */
export function argumentsAt(type: TerraformType, path: string): readonly string[] {
  const found = argumentAt(type, path)
  return typeof found === 'object' ? Object.keys(found).filter((name) => name !== '$') : []
}
