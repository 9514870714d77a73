/** Environment variables, files of them, and secrets. */
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { say } from '../../texts/text'
import { environmentFile } from '../containers/environment-file'
import { itemsOf, member, type Node, take, textOf } from '../containers/node'
import { readSecret, secretNamed } from '../containers/stack'
import { drop, kept, mapped, specText } from '../containers/telling'
import { wholeVariable } from '../containers/values'
import { asMap, entriesOf } from './merge'
import type { Reading } from './reading'

/** Names of variables that hold what nobody else should know. */
const SENSITIVE = /pass(?:word|wd|phrase)?$|secret|token|credential|api_?key|private_?key|access_?key/i

/** `environment`, `environmentFiles` and `secrets` of a container definition. */
export function variablesOf(reading: Reading, service: Node, id: string): Spec {
  const environment: Spec[] = []
  const secrets = new Map<string, string>()
  const written = member(service, 'environment')
  for (const [name, node] of written ? entriesOf(asMap(written, 'environment')) : []) {
    const value = textOf(node)
    const secret = secretBehind(name, value)
    const file = secretFile(reading, name, value)
    if (file !== undefined) {
      secrets.set(name.replace(/_FILE$/, ''), secretOf(reading, file, node))
      const text = say`${quote(name)} became ${quote(name.replace(/_FILE$/, ''))}: ECS puts secrets into variables, not into files.`
      mapped(reading, 'secret-file', node, text, id)
    } else if (secret !== undefined) {
      secrets.set(name, outsideSecret(reading, secret, node))
      const text = say`${quote(name)} is read from a secret, because its value comes from outside the file.`
      mapped(reading, 'outside-secret', node, text, id)
    } else if (node.scalar === null) {
      environment.push({ name, value: `\${${name}}` })
      const text = say`${quote(name)} gets its value from the shell in Compose; fill in the placeholder.`
      kept(reading, 'outside-value', node, text, id)
    } else {
      take(node)
      environment.push({ name: specText(name), value: specText(value ?? '') })
    }
  }
  const mounted = mountedSecrets(reading, service, id, secrets)
  const environmentFiles = filesOf(reading, service, id)
  const all = [...secrets, ...mounted].map(([name, valueFrom]) => ({ name: specText(name), valueFrom }))
  return {
    ...(environment.length > 0 ? { environment } : {}),
    ...(environmentFiles.length > 0 ? { environmentFiles } : {}),
    ...(all.length > 0 ? { secrets: all } : {}),
  }
}

/** The variable of the shell that holds a secret: one that must be set, or that is called like one. */
function secretBehind(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const variable = wholeVariable(value)
  if (!variable) return undefined
  return variable.required || SENSITIVE.test(name) || SENSITIVE.test(variable.name)
    ? variable.name
    : undefined
}

function outsideSecret(reading: Reading, variable: string, node: Node): string {
  const { stack } = reading
  return readSecret(stack, secretNamed(stack, `${stack.name}/${variable}`, node.at))
}

/** `DB_PASSWORD_FILE=/run/secrets/db-password`, as most official images take it. */
function secretFile(reading: Reading, name: string, value: string | undefined): string | undefined {
  const file = /^\/run\/secrets\/([^/]+)$/.exec(value ?? '')?.[1]
  if (file === undefined || !name.endsWith('_FILE')) return undefined
  return member(member(reading.project.root, 'secrets'), file) ? file : undefined
}

/** The secret of the project, by the name that it has outside. */
export function secretOf(reading: Reading, name: string, from: Node): string {
  const { stack, project } = reading
  const top = member(member(project.root, 'secrets'), name)
  const outside = textOf(member(top, 'name'))
  return readSecret(stack, secretNamed(stack, outside ?? `${stack.name}/${name}`, top?.at ?? from.at))
}

/** `secrets` that Compose mounts as files; those that a variable of the container names are read already. */
function mountedSecrets(
  reading: Reading,
  service: Node,
  id: string,
  named: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  return itemsOf(member(service, 'secrets')).flatMap((item) => {
    const name = textOf(item) ?? textOf(member(item, 'source'))
    if (name === undefined) return []
    const valueFrom = secretOf(reading, name, item)
    if ([...named.values()].includes(valueFrom)) {
      mapped(reading, 'secret', item, say`Secret ${quote(name)} is read into a variable.`, id)
      return []
    }
    const variable = name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()
    const text = say`Secret ${quote(name)} is read into variable ${quote(variable)}: ECS mounts no secrets as files, so let the application read it there.`
    mapped(reading, 'secret', item, text, id)
    return [[variable, valueFrom] as const]
  })
}

/** `env_file`: ECS reads such files from S3. */
function filesOf(reading: Reading, service: Node, id: string): readonly Spec[] {
  return itemsOf(member(service, 'env_file')).flatMap((item) => {
    const path = textOf(item) ?? textOf(member(item, 'path'))
    if (path === undefined) {
      drop(reading, 'env-file', item, 'An environment file without a path is left out.', id)
      return []
    }
    const file = objectName(path)
    return [environmentFile(reading, { node: item, path, file, key: specText(file), definition: id })]
  })
}

/** ECS takes only files whose names end with `.env`. */
function objectName(path: string): string {
  const name = path.replace(/^(?:\.\.?\/)+/, '').replace(/^\/+/, '')
  return name.endsWith('.env') ? name.replace(/(^|\/)\.env$/, '$1variables.env') : `${name}.env`
}
