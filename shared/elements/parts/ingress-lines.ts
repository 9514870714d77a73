/** The lines from an Ingress to the Services behind it. */
import { isObject, removePruned, valueAt } from '../../basics/json'
import type { MutableSpec, Relation } from '../kind'
import { above, objectsAt, textAt } from './reading'

const RULES = '/spec/rules'

/** A new line sends everything to the Service, by a rule without a host. */
const sendsTo: NonNullable<Relation['connect']> = (manifest, { reference, target }) => {
  const spec: MutableSpec = isObject(manifest.spec) ? manifest.spec : {}
  const rules = spec.rules ?? []
  if (!Array.isArray(rules)) return '“rules” isn’t a list here. Mend the JSON first.'
  const path = {
    path:
      objectsAt(manifest, RULES).length === 0 ? '/' : `/${textAt(target.spec, '/metadata/name') ?? 'path'}`,
    pathType: 'Prefix',
    backend: { service: { name: reference, port: portOf(target.spec) } },
  }
  manifest.spec = { ...spec, rules: [...rules, { http: { paths: [path] } }] }
  return undefined
}

function portOf(service: Readonly<Record<string, unknown>>): MutableSpec {
  const port = valueAt(service, '/spec/ports/0/port')
  return { number: typeof port === 'number' ? port : 80 }
}

/** Takes the whole path, and the rule with its last one. */
const sendsNoMore: NonNullable<Relation['disconnect']> = (manifest, pointer) => {
  const path = above(pointer, 3)
  const rule = above(path, 3)
  const paths = valueAt(manifest, above(path))
  removePruned(manifest, Array.isArray(paths) && paths.length === 1 ? rule : path)
}

/** The host and path that a line stands for. */
const pathLabel: NonNullable<Relation['label']> = (manifest, pointer) => {
  const path = above(pointer, 3)
  const host = textAt(manifest, `${above(path, 3)}/host`) ?? ''
  return `${host}${textAt(manifest, `${path}/path`) ?? ''}` || undefined
}

export const backendRelations: readonly Relation[] = [
  {
    path: `${RULES}/*/http/paths/*/backend/service/name`,
    to: ['kubernetes-service'],
    meaning: 'forwards',
    draw: 'line',
    connect: sendsTo,
    disconnect: sendsNoMore,
    label: pathLabel,
  },
  {
    path: '/spec/defaultBackend/service/name',
    to: ['kubernetes-service'],
    meaning: 'forwards',
    draw: 'line',
    drawable: false,
    disconnect: (manifest) => removePruned(manifest, '/spec/defaultBackend'),
  },
]
