/** Variables of a container: values in plain sight, and those that ECS reads from Secrets Manager. */
import { toText } from '../../basics/convert'
import { isObject, setAt, valueAt } from '../../basics/json'
import { quote } from '../../basics/quote'
import { refer, referencesIn } from '../../design/references'
import { objectsAt } from '../../elements/parts/reading'
import { say } from '../../texts/text'
import { became, lost } from '../conversion'
import { addMade, belonging, DEFINITION, drawn, type Making } from './making'

/** Writes the variables of a container of the pod. */
export function environment(making: Making, from: string, at: string): void {
  fromObjects(making, from, at)
  const { workload, tracker } = making
  for (const [index, { name, value, valueFrom }] of objectsAt(workload.spec, `${from}/env`)) {
    const place = `${from}/env/${index}`
    if (typeof name !== 'string') continue
    if (!isObject(valueFrom)) plain(making, place, at, name, typeof value === 'string' ? value : '')
    else if (isObject(valueFrom.secretKeyRef)) secret(making, place, at, name, valueFrom.secretKeyRef)
    else if (isObject(valueFrom.configMapKeyRef)) setting(making, place, at, name, valueFrom.configMapKeyRef)
    else lost(tracker, workload, place, 'Tasks read what they are from the task metadata endpoint.')
  }
}

/** All of a ConfigMap, or of a Secret whose keys are known. */
function fromObjects(making: Making, from: string, at: string): void {
  const { workload, tracker } = making
  for (const [index, one] of objectsAt(workload.spec, `${from}/envFrom`)) {
    const place = `${from}/envFrom/${index}`
    const prefix = typeof one.prefix === 'string' ? one.prefix : ''
    const map = drawn(making, one.configMapRef?.name, 'kubernetes-config-map')
    const hidden = drawn(making, one.secretRef?.name, 'kubernetes-secret')
    const data = keysOf(making, map ?? hidden)
    if (data.length === 0) {
      lost(tracker, workload, place, 'It is not known here what it holds. Write its variables out.')
      continue
    }
    for (const [key, value] of data) {
      if (map !== undefined) plain(making, place, at, prefix + key, value)
      else secret(making, place, at, prefix + key, { name: one.secretRef?.name, key })
    }
    if (map !== undefined) belonging(making, map, 'reads')
  }
}

function keysOf({ graph }: Making, id: string | undefined): readonly (readonly [string, string])[] {
  const data = id === undefined ? undefined : graph.element(id)?.spec.data
  return isObject(data) ? Object.entries(data).map(([key, value]) => [key, toText(value)] as const) : []
}

function plain(
  { definition, tracker, workload }: Making,
  place: string,
  at: string,
  name: string,
  value: string,
): void {
  const variable = { name, value }
  setAt(definition.spec, `${at}/environment/-`, variable)
  became(tracker, workload, place, [DEFINITION, `${at}/environment`, variable])
}

function setting(
  making: Making,
  place: string,
  at: string,
  name: string,
  ref: Readonly<Record<string, unknown>>,
): void {
  const { workload, tracker } = making
  const map = drawn(making, ref.name, 'kubernetes-config-map')
  const value = keysOf(making, map).find(([key]) => key === ref.key)?.[1]
  if (map === undefined || value === undefined) {
    lost(
      tracker,
      workload,
      place,
      'The ConfigMap is not drawn, so its value is not known. Write it into the environment.',
    )
    return
  }
  belonging(making, map, 'reads')
  plain(making, place, at, name, value)
}

/** One secret of Secrets Manager stands for one of the cluster, with its keys as members of its JSON. */
function secret(
  making: Making,
  place: string,
  at: string,
  name: string,
  ref: Readonly<Record<string, unknown>>,
): void {
  const { tracker, workload, definition } = making
  const called = nameOf(making, ref.name)
  const known = Object.entries(making.made).find(
    ([, { kind, spec }]) => kind === 'secret' && spec.Name === called,
  )
  const reference = known ? refer(known[0]) : addMade(making, `${called}-secret`, 'secret', { Name: called })
  const hidden = drawn(making, ref.name, 'kubernetes-secret')
  if (hidden !== undefined) belonging(making, hidden, 'reads')
  const item = { name, valueFrom: `${refer(reference.slice(2, -1), 'arn')}:${toText(ref.key)}::` }
  setAt(definition.spec, `${at}/secrets/-`, item)
  const note = say`Put the values of ${quote(called)} into a secret of Secrets Manager, as JSON with its keys.`
  became(tracker, workload, place, [DEFINITION, `${at}/secrets`, item], note)
}

function nameOf({ graph }: Making, text: unknown): string {
  const id = typeof text === 'string' ? referencesIn(text)[0]?.id : undefined
  const name = id === undefined ? text : valueAt(graph.element(id)?.spec, '/metadata/name')
  return typeof name === 'string' && name !== '' ? name : 'secret'
}
