/** Drawing and erasing what pods name: their service account, claims, ConfigMaps and secrets. */
import { removeAt, removePruned, setAt, valueAt } from '../../basics/json'
import { slug } from '../../basics/slug'
import { say } from '../../texts/text'
import type { ConnectRequest, MutableSpec, Relation } from '../kind'
import { called } from './container-lines'
import { append, freeName } from './editing'
import { PODS, podIn } from './pod'
import { above, objectsAt, textAt } from './reading'

type Connect = NonNullable<Relation['connect']>
type Disconnect = NonNullable<Relation['disconnect']>

const hasAccount: Connect = (manifest, { reference }) => {
  setAt(manifest, `${podIn(manifest)}/serviceAccountName`, reference)
  return undefined
}

/** The row's container, else the first one. */
function containerOf(manifest: MutableSpec, { row }: ConnectRequest): MutableSpec | undefined {
  const at = `${podIn(manifest)}/containers`
  const containers = objectsAt(manifest, at)
  return (containers.find(([index]) => row === `${at}/${index}`) ?? containers[0])?.[1]
}

const NO_CONTAINER = 'There is no container yet that could use it. Add one first.'

/** A claim becomes a volume of the pod, mounted at `/mnt/<name>`. */
const mountsClaim: Connect = (manifest, request) => {
  const container = containerOf(manifest, request)
  const pod = valueAt(manifest, podIn(manifest)) as MutableSpec | undefined
  if (!container || !pod) return NO_CONTAINER
  const volumes = objectsAt(pod, '/volumes')
  const known = volumes.find(([, one]) => one.persistentVolumeClaim?.claimName === request.reference)?.[1]
  const name = known
    ? textAt(known, '/name')
    : freeName(slug(request.name, 'data'), new Set(volumes.map(([, one]) => one.name)))
  if (name === undefined) return 'Its volume has no name yet. Name it first.'
  if (known && objectsAt(container, '/volumeMounts').some(([, mount]) => mount.name === name))
    return say`${called(container)} already mounts it.`
  if (!known) {
    const refused = append(pod, 'volumes', { name, persistentVolumeClaim: { claimName: request.reference } })
    if (refused) return refused
  }
  return append(container, 'volumeMounts', { name, mountPath: `/mnt/${name}` })
}

/** Takes the volume and every mount of it. */
const unmounts: Disconnect = (manifest, pointer) => {
  const volume = PODS.map((pod) => pod.split('/').length + 2)
    .map((length) => pointer.split('/').slice(0, length).join('/'))
    .find((place) => textAt(manifest, `${place}/name`) !== undefined)
  if (volume === undefined) return removePruned(manifest, pointer)
  const name = textAt(manifest, `${volume}/name`)
  removePruned(manifest, volume)
  for (const list of ['containers', 'initContainers']) {
    const at = `${podIn(manifest)}/${list}`
    for (const [index, container] of objectsAt(manifest, at)) {
      const mounts = objectsAt(container, '/volumeMounts').filter(([, mount]) => mount.name === name)
      for (const [i] of mounts.reverse()) removeAt(container, `/volumeMounts/${i}`)
      if (mounts.length > 0 && container.volumeMounts.length === 0)
        removePruned(manifest, `${at}/${index}/volumeMounts`)
    }
  }
}

/** `/data rw`. */
const mountedAt: NonNullable<Relation['label']> = (manifest, pointer) => {
  const name = textAt(manifest, `${above(pointer, 2)}/name`)
  const [first, ...others] = objectsAt(manifest, `${podIn(manifest)}/containers`)
    .flatMap(([, container]) => objectsAt(container, '/volumeMounts'))
    .filter(([, mount]) => mount.name === name)
    .map(([, mount]) =>
      `${textAt(mount, '/mountPath') ?? ''} ${mount.readOnly === true ? 'ro' : 'rw'}`.trim(),
    )
  return others.length === 0 ? first : `${first} +${others.length}`
}

/** All of a ConfigMap or a secret become environment variables. */
const readsAll =
  (member: 'configMapRef' | 'secretRef'): Connect =>
  (manifest, request) => {
    const container = containerOf(manifest, request)
    if (!container) return NO_CONTAINER
    const has = objectsAt(container, '/envFrom').some(([, from]) => from[member]?.name === request.reference)
    if (has) return say`${called(container)} already reads it.`
    return append(container, 'envFrom', { [member]: { name: request.reference } })
  }

const CONTAINERS = ['containers', 'initContainers'] as const

/** Where the pods of a manifest name a ConfigMap or a secret, and how many segments up the item is. */
function readers(kind: string, from: string, key: string, volume: string): readonly Relation[] {
  const shown = { to: [kind], meaning: 'reads', draw: 'line', flow: 'in' } as const
  const dropping =
    (up: number): Disconnect =>
    (manifest, pointer) =>
      removePruned(manifest, above(pointer, up))
  return PODS.flatMap((pod, place) => [
    ...CONTAINERS.flatMap((list, i): Relation[] => {
      const connected = { connect: readsAll(from as 'configMapRef' | 'secretRef') }
      return [
        {
          ...shown,
          path: `${pod}/${list}/*/envFrom/*/${from}/name`,
          ...(place === 0 && i === 0 ? connected : { drawable: false }),
          disconnect: dropping(2),
        },
        {
          ...shown,
          path: `${pod}/${list}/*/env/*/valueFrom/${key}/name`,
          drawable: false,
          disconnect: dropping(3),
          label: (manifest, pointer) => textAt(manifest, `${above(pointer, 3)}/name`),
        },
      ]
    }),
    { ...shown, path: `${pod}/volumes/*/${volume}`, drawable: false, disconnect: unmounts },
  ])
}

/** What is drawn once is found wherever a workload of some kind keeps its pod. */
export const podRelations: readonly Relation[] = [
  ...PODS.flatMap((pod, place): Relation[] => {
    const rest = place === 0 ? {} : { drawable: false as const }
    return [
      {
        path: `${pod}/serviceAccountName`,
        to: ['kubernetes-service-account'],
        meaning: 'pod-account',
        draw: 'line',
        connect: hasAccount,
        ...rest,
      },
      {
        path: `${pod}/volumes/*/persistentVolumeClaim/claimName`,
        to: ['kubernetes-volume-claim'],
        meaning: 'mounts',
        draw: 'line',
        connect: mountsClaim,
        disconnect: unmounts,
        label: mountedAt,
        ...rest,
      },
      {
        path: `${pod}/imagePullSecrets/*/name`,
        to: ['kubernetes-secret'],
        meaning: 'reads',
        draw: 'line',
        flow: 'in',
        drawable: false,
        disconnect: (manifest, pointer) => removePruned(manifest, above(pointer)),
      },
    ]
  }),
  ...readers('kubernetes-config-map', 'configMapRef', 'configMapKeyRef', 'configMap/name'),
  ...readers('kubernetes-secret', 'secretRef', 'secretKeyRef', 'secret/secretName'),
  {
    path: '/spec/serviceName',
    to: ['kubernetes-service'],
    meaning: 'named-by',
    draw: 'line',
    drawable: false,
  },
]
