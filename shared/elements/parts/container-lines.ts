/** Drawing and erasing the lines that end at a container: images, secrets and logs. */
import { toText } from '../../basics/convert'
import { removeAt, removePruned, valueAt } from '../../basics/json'
import { slug } from '../../basics/slug'
import { referencesIn, resolveText } from '../../design/references'
import { say, type Text, term } from '../../texts/text'
import type { ConnectRequest, MutableSpec, Relation } from '../kind'
import { append, freeName } from './editing'
import { above, objectsAt, textAt } from './reading'

type Connect = NonNullable<Relation['connect']>
type Disconnect = NonNullable<Relation['disconnect']>
type Label = NonNullable<Relation['label']>

/** The container of the row that a line was drawn to, else the first that fits. */
export function containerFor(
  spec: MutableSpec,
  row: string | undefined,
  fits: (container: MutableSpec) => boolean = () => true,
): MutableSpec | undefined {
  const containers = objectsAt(spec, '/containerDefinitions')
  const wanted = containers.find(([index]) => row === `/containerDefinitions/${index}`)
  return (wanted ?? containers.find(([, container]) => fits(container)))?.[1]
}

/** “api”, or words for a container without a name. */
export function called(container: MutableSpec): Text {
  return say`Container “${textAt(container, '/name') ?? term('without a name')}”`
}

/**
 * An image goes to the row's container, else to the first one without an image, else to a new one. An image that
 * somebody typed is never overwritten.
 */
export const pullsFrom: Connect = (spec, request) => {
  const image = request.target.kind === 'ecr-repository' ? `${request.reference}:latest` : request.reference
  const container = containerFor(spec, request.row, (c) => !textAt(c, '/image'))
  if (!container)
    return append(spec, 'containerDefinitions', { name: freeContainerName(spec, request), image })
  const old = textAt(container, '/image')
  if (old === undefined) container.image = image
  else if (request.target.kind === 'image-registry' && referencesIn(old).length === 0) {
    container.image = `${request.reference}${old}`
  } else return say`${called(container)} already has the image “${old}”. Clear it first.`
  return undefined
}

/** Leaves what stands on its own without the reference (`nginx:1.27` of a registry), and takes the rest away. */
export const pullsNoMore: Disconnect = (spec, pointer) => {
  const [reference] = referencesIn(textAt(spec, pointer) ?? '')
  const rest = resolveText(textAt(spec, pointer) ?? '', () => '')
  const container = valueAt(spec, above(pointer)) as MutableSpec
  if (rest !== '' && !/^[:@/]/.test(rest)) {
    container.image = rest
    return
  }
  delete container.image
  // A container that came with the line, and that nobody has given anything else, goes with it.
  const made =
    Object.keys(container).length === 1 && reference && toText(container.name).startsWith(reference.id)
  if (made) removePruned(spec, above(pointer))
}

function freeContainerName(spec: MutableSpec, { reference }: ConnectRequest): string {
  const id = referencesIn(reference)[0]?.id ?? 'container'
  const taken = new Set(objectsAt(spec, '/containerDefinitions').map(([, c]) => c.name))
  return freeName(id, taken)
}

/** `pulls 1.4.2`: the tag, or the start of the digest; with a registry also the repository. */
export const imageLabel: Label = (spec, pointer) => {
  const rest = resolveText(textAt(spec, pointer) ?? '', () => '')
  const short = rest.replace(/^[:@/]/, '').replace(/(sha256:[0-9a-f]{8})[0-9a-f]+$/, '$1…')
  return short === '' ? undefined : say`pulls ${short}`
}

/** A secret or parameter becomes an environment variable. */
export const readsFrom: Connect = (spec, request) => {
  const container = containerFor(spec, request.row)
  if (!container) return 'There is no container yet that could read it. Add one first.'
  const taken = new Set(
    [...objectsAt(container, '/secrets'), ...objectsAt(container, '/environment')].map(([, v]) => v.name),
  )
  const name = freeName(variableName(request.name), taken, '_')
  return append(container, 'secrets', { name, valueFrom: request.reference })
}

/** `/prod/orders/db-password` is read as `DB_PASSWORD`. */
function variableName(name: string): string {
  const last = name.split('/').filter(Boolean).at(-1) ?? name
  const words = slug(last, 'secret').replaceAll('-', '_').toUpperCase()
  return /^\d/.test(words) ? `_${words}` : words
}

/** The name beside the reference: the environment variable. */
export const itemName: Label = (spec, pointer) => textAt(spec, `${above(pointer)}/name`)

/** A log group gives a container the awslogs driver. */
export const logsTo: Connect = (spec, request) => {
  const container = containerFor(spec, request.row, (c) => c.logConfiguration === undefined)
  if (!container) {
    return objectsAt(spec, '/containerDefinitions').length > 0
      ? 'Every container has a log configuration already. Change the one that should log here.'
      : 'There is no container yet that could log. Add one first.'
  }
  if (container.logConfiguration !== undefined) {
    return say`${called(container)} already has a log configuration. Change it, or remove it first.`
  }
  const { region } = request.design
  container.logConfiguration = {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': request.reference,
      ...(region === undefined ? {} : { 'awslogs-region': region }),
      'awslogs-stream-prefix': 'ecs',
    },
  }
  return undefined
}

/** Takes the log configuration with it unless somebody has set more than `logsTo` does. */
export const logsNoMore: Disconnect = (spec, pointer) => {
  removeAt(spec, pointer)
  const configuration = valueAt(spec, above(pointer, 2)) as MutableSpec
  const options = Object.entries(configuration.options as object)
  const untouched =
    configuration.logDriver === 'awslogs' &&
    Object.keys(configuration).length === 2 &&
    options.every(
      ([key, value]) => key === 'awslogs-region' || (key === 'awslogs-stream-prefix' && value === 'ecs'),
    )
  if (untouched) removePruned(spec, above(pointer, 2))
}
