/** What a deployment asks for: each once, whoever needs it. */
import { slug } from '../basics/slug'
import type { Text } from '../texts/text'
import type { Input, InputType, Resource } from './deployment'
import { placesIn, referToInput } from './pieces'

export interface Asked {
  readonly name: string
  readonly type: InputType
  readonly text: Text
  readonly element?: string | undefined
  readonly placeholder?: string | undefined
}

export interface Inputs {
  /** The reference to an input. What is asked for under the same name and type is the same input. */
  readonly ask: (asked: Asked) => string
  /** The inputs that the resources use, in the order in which they do. */
  readonly usedBy: (resources: readonly Resource[]) => readonly Input[]
}

const LISTS: ReadonlySet<InputType> = new Set(['subnet-ids', 'route-table-ids'])

/** Collects the inputs of one deployment. */
export function newInputs(): Inputs {
  const known = new Map<string, Asked>()
  return {
    ask: (asked) => {
      const wanted = slug(asked.name, 'value')
      let name = wanted
      for (let n = 2; known.has(name) && known.get(name)?.type !== asked.type; n++) name = `${wanted}-${n}`
      if (!known.has(name)) known.set(name, { ...asked, name })
      return referToInput(name)
    },
    usedBy: (resources) => {
      const uses = new Map<string, { resource: string; pointer: string }[]>()
      for (const { id, input } of resources) {
        for (const { reference, pointer } of placesIn(input)) {
          if (!('input' in reference)) continue
          const list = uses.get(reference.input) ?? []
          uses.set(reference.input, [...list, { resource: id, pointer }])
        }
      }
      return [...uses].flatMap(([name, usedBy]) => {
        const asked = known.get(name)
        return asked ? [inputOf(asked, usedBy)] : []
      })
    },
  }
}

function inputOf({ name, type, text, element, placeholder }: Asked, usedBy: Input['usedBy']): Input {
  return {
    ...{ name, type, many: LISTS.has(type), text, usedBy },
    ...(element === undefined ? {} : { element }),
    ...(placeholder === undefined ? {} : { placeholder }),
  }
}
