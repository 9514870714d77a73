/** The places of a task definition that name a secret or a parameter. */
import { memoLast } from '../../basics/memo'
import type { Text } from '../../texts/text'
import { containersOf } from '../container/containers'
import { containerName, type TaskDefinitionSpec } from '../reading'

export interface SecretReference {
  /** JSON pointer of the item in its list. */
  readonly at: string
  /** The variable or log option that gets the value. */
  readonly name: string | undefined
  readonly valueFrom: string | undefined
  /** What a message calls the secret. */
  readonly called: Text
  /** What a message calls the container. */
  readonly container: Text
}

/** The items of every container's `secrets` and `secretOptions`. */
export const secretReferencesOf: (spec: TaskDefinitionSpec) => readonly SecretReference[] = memoLast(
  (spec: TaskDefinitionSpec) => {
    const found: SecretReference[] = []
    for (const { at, called: container, container: definition } of containersOf(spec)) {
      const { secrets, logConfiguration } = definition
      if (secrets) add(found, secrets, `${at}/secrets`, container)
      const options = logConfiguration?.secretOptions
      if (options) add(found, options, `${at}/logConfiguration/secretOptions`, container)
    }
    return found
  },
)

type Items = readonly Partial<Pick<SecretReference, 'name' | 'valueFrom'>>[]

function add(found: SecretReference[], items: Items, list: string, container: Text): void {
  for (const [index, { name, valueFrom }] of items.entries()) {
    found.push({ at: `${list}/${index}`, name, valueFrom, called: containerName(name, index), container })
  }
}
