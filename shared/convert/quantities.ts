/** CPU and memory: units and MiB of ECS, quantities of Kubernetes. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
import { UNITS_PER_VCPU } from '../aws/facts/task-size'
import { toNumber } from '../basics/convert'
import { own } from '../basics/own'

/** `256` units are `250m`. */
export function cpuQuantity(units: number): string {
  const milli = Math.round((units * 1000) / UNITS_PER_VCPU)
  return milli % 1000 === 0 ? `${milli / 1000}` : `${milli}m`
}

/** `2048` MiB are `2Gi`. */
export function memoryQuantity(mebibytes: number): string {
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`
}

const SCALES: Readonly<Record<string, number>> = {
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
}

/** A quantity as a number; undefined for what is none, such as a placeholder. */
export function quantity(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  const parts = typeof value === 'string' ? /^(\d+(?:\.\d+)?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(value) : null
  const scale = own(SCALES, parts?.[2] ?? '')
  return parts && scale !== undefined ? toNumber(parts[1]) * scale : undefined
}

/** CPU in units, rounded up. */
export function cpuUnits(value: unknown): number | undefined {
  const cpus = quantity(value)
  return cpus === undefined ? undefined : Math.ceil(cpus * UNITS_PER_VCPU - 1e-6)
}

/** Memory in MiB, rounded up. */
export function mebibytes(value: unknown): number | undefined {
  const bytes = quantity(value)
  return bytes === undefined ? undefined : Math.ceil(bytes / 2 ** 20)
}
