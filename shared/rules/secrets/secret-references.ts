/** The places of a task definition that name a secret or a parameter. */
import { memo } from '../../basics/memo'
import { containersOf } from '../container/containers'
import { containerName, type TaskDefinitionSpec } from '../reading'

export interface SecretReference {
  /** JSON pointer of the item in its list. */
  readonly at: string
  /** The variable or log option that gets the value. */
  readonly name: string | undefined
  readonly valueFrom: string | undefined
  /** What a message calls the secret. */
  readonly called: string
  /** What a message calls the container. */
  readonly container: string
}

/** The items of every container's `secrets` and `secretOptions`. */
export const secretReferencesOf: (spec: TaskDefinitionSpec) => readonly SecretReference[] = memo(
  (spec: TaskDefinitionSpec) =>
    containersOf(spec).flatMap(({ at, called, container: { secrets, logConfiguration } }) =>
      [
        { list: `${at}/secrets`, items: secrets ?? [] },
        { list: `${at}/logConfiguration/secretOptions`, items: logConfiguration?.secretOptions ?? [] },
      ].flatMap(({ list, items }) =>
        items.map(({ name, valueFrom }, index) => ({
          at: `${list}/${index}`,
          name,
          valueFrom,
          called: containerName(name, index),
          container: called,
        })),
      ),
    ),
)
