/** Values of secrets, which no design holds: a parameter stands in their place, and what was there is left out. */

import { logicalIdOf } from '../../aws/cloudformation/logical-ids'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import { say } from '../../texts/text'
import { noteOn, type Reading } from './reading'
import type { TemplateResource } from './template'

/** Members that hold a secret itself, by type, and how a parameter for it is called. */
const SECRET: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::SecretsManager::Secret': { SecretString: 'secret-string' },
  'AWS::RDS::DBInstance': { MasterUserPassword: 'master-password' },
  'AWS::SSM::Parameter': { Value: 'value' },
}

/** The resource without the values of secrets. What only says where one is, such as a parameter, stays. */
export function secretsOut(reading: Reading, resource: TemplateResource, id: string): TemplateResource {
  const properties = { ...resource.properties }
  for (const [member, called] of Object.entries(own(SECRET, resource.type) ?? {})) {
    if (!isValue(properties[member])) continue
    const name = freeName(reading, logicalIdOf(`${id}-${called}`))
    reading.parameters[name] = { Type: 'String', NoEcho: true }
    properties[member] = { Ref: name }
    const text = say`The value of ${member} is left out, since a design holds no secrets. Parameter “${name}” stands in its place.`
    noteOn(reading, 'dropped', 'secret-value', resource, ['Properties', member], text, id)
  }
  return { ...resource, properties }
}

function isValue(value: unknown): boolean {
  if (value === undefined || isObject(value)) return false
  return !(typeof value === 'string' && /^\{\{resolve:.*\}\}$/s.test(value))
}

function freeName({ scope }: Reading, wanted: string): string {
  let name = wanted
  for (let n = 2; scope.names.has(name); n++) name = `${wanted}${n}`
  scope.names.add(name)
  return name
}

/** Members that hold secrets in what is kept as it was written. */
const HIDDEN = /(?:Password|SecretString|AuthToken|SecretKey)$/

/** A section without the secrets in it: the defaults of hidden parameters, passwords of databases. */
export function withoutSecrets(
  value: unknown,
  path: readonly string[],
  leftOut: (path: readonly string[]) => void,
): unknown {
  if (Array.isArray(value)) return value.map((item, i) => withoutSecrets(item, [...path, toText(i)], leftOut))
  if (!isObject(value)) return value
  const isHidden = value.NoEcho === true || value.NoEcho === 'true'
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const secret =
      (isHidden && key === 'Default') || (HIDDEN.test(key) && isValue(item) && typeof item === 'string')
    if (secret) leftOut([...path, key])
    return secret ? [] : [[key, withoutSecrets(item, [...path, key], leftOut)] as const]
  })
  return Object.fromEntries(entries)
}
