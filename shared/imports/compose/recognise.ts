import { isObject } from '../../basics/json'

/** Members that only a service of Compose has, at least one of which every service has. */
const TELLING = new Set([
  'image',
  'build',
  'extends',
  'provider',
  'container_name',
  'depends_on',
  'env_file',
  'expose',
  'healthcheck',
  'links',
  'logging',
  'network_mode',
  'ports',
  'restart',
  'volumes',
  'deploy',
  'environment',
  'command',
])

/** Is a document a Compose file of version 2, 3 or of the specification? */
export function isCompose(value: unknown): boolean {
  if (!isObject(value) || !isObject(value.services)) return false
  if (value.apiVersion !== undefined || value.Resources !== undefined) return false
  const services = Object.values(value.services)
  const told = services.filter((one) => isObject(one) && Object.keys(one).some((key) => TELLING.has(key)))
  return told.length > 0 && services.every((one) => one === null || isObject(one))
}
