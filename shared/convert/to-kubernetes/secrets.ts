/** What a task reads from Secrets Manager and Parameter Store comes from a Secret of the cluster, which somebody fills. */
import { setAt, valueAt } from '../../basics/json'
import { refer } from '../../design/references'
import { type Making, metadataOf, object } from './making'

/** The key of the workload's secret for an environment variable; the secret is drawn with its first one. */
export function secretKey(making: Making, variable: string): { readonly name: string; readonly key: string } {
  const { made, name } = making
  const wanted = `${name}-secrets`
  const known = Object.entries(made).find(
    ([, { kind, spec }]) => kind === 'kubernetes-secret' && valueAt(spec, '/metadata/name') === wanted,
  )
  const spec = { apiVersion: 'v1', kind: 'Secret', metadata: metadataOf(making, wanted), type: 'Opaque' }
  const reference = known ? refer(known[0]) : object(making, wanted, 'kubernetes-secret', spec)
  const id = reference.slice(2, -1)
  const key = variable.replace(/[^-._A-Za-z0-9]/g, '-')
  setAt(made[id]?.spec ?? {}, `/data/${key}`, `<${key}>`)
  return { name: reference, key }
}
