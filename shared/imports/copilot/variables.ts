/** `variables`, `secrets` and `env_file` of a manifest or sidecar. */
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { say } from '../../texts/text'
import { reference } from '../collect/collector'
import { secretOrParameter } from '../collect/named'
import { environmentFile } from '../containers/environment-file'
import { member, type Node, takeText, textOf } from '../containers/node'
import { allow, executionRole } from '../containers/stack'
import { drop, kept, mapped } from '../containers/telling'
import type { Reading } from './reading'

/** `environment`, `environmentFiles` and `secrets` of a container definition. */
export function variablesOf(reading: Reading, node: Node, more: readonly Spec[] = []): Spec {
  const environment = [...plainVariables(reading, member(node, 'variables')), ...more]
  const secrets = secretsOf(reading, member(node, 'secrets'))
  const environmentFiles = envFile(reading, member(node, 'env_file'))
  return {
    ...(environment.length > 0 ? { environment } : {}),
    ...(environmentFiles.length > 0 ? { environmentFiles } : {}),
    ...(secrets.length > 0 ? { secrets } : {}),
  }
}

function plainVariables(reading: Reading, variables: Node | undefined): readonly Spec[] {
  return [...(variables?.members ?? [])].flatMap(([name, node]): Spec[] => {
    const stack = textOf(member(node, 'from_cfn'))
    if (stack !== undefined) {
      const text = say`${quote(name)} comes from the stack’s output ${quote(stack)}: fill in the placeholder.`
      kept(reading, 'from-cfn', node, text, reading.definition)
      return [{ name: escapeText(name), value: escapeText(`<${stack}>`) }]
    }
    if (node.members || node.items) return []
    return [{ name: escapeText(name), value: escapeText(takeText(node) ?? '') }]
  })
}

/** `NAME: parameter`, or `NAME: {secretsmanager: name}`, as a list of names and where their values come from. */
export function secretsOf(reading: Reading, secrets: Node | undefined): readonly Spec[] {
  return [...(secrets?.members ?? [])].flatMap(([name, node]): Spec[] => {
    const valueFrom = secretFrom(reading, name, node)
    return valueFrom === undefined ? [] : [{ name: escapeText(name), valueFrom }]
  })
}

function secretFrom(reading: Reading, name: string, node: Node): string | undefined {
  const { stack, definition } = reading
  const output = textOf(member(node, 'from_cfn'))
  if (output !== undefined) {
    const text = say`${quote(name)} comes from the stack’s output ${quote(output)}: fill in the placeholder.`
    kept(reading, 'from-cfn', node, text, definition)
    return escapeText(`<${output}>`)
  }
  const managed = member(node, 'secretsmanager')
  const written = textOf(node) ?? textOf(managed)
  if (written === undefined) return undefined
  const found = managed ? managedSecret(reading, written, managed) : parameter(reading, written, node)
  if (found === undefined) {
    // Some have written the secret where its name belongs.
    const text = say`What ${quote(name)} is read from stays text, because it does not tell which secret it is.`
    kept(reading, 'unresolved-name', node, text, definition)
    return escapeText(written)
  }
  mapped(reading, 'secret', node, say`${quote(name)} is read when a container starts.`, definition)
  allow(stack, executionRole(stack), `read-${found.store}`, found.actions, refer(found.id, found.attribute))
  return found.text
}

interface Found {
  readonly id: string
  readonly attribute: string | undefined
  readonly text: string
  readonly store: 'secrets' | 'parameters'
  readonly actions: readonly string[]
}

/** A secret by its name, which ECS wants by its ARN. */
function managedSecret({ stack }: Reading, written: string, { at }: Node): Found {
  const [, name = written, rest = ''] = /^([^:]+)((?::[^:]*){3})$/.exec(written) ?? []
  const id = stack.make(
    `secret ${name}`,
    name,
    { kind: 'secret', spec: { Name: escapeText(name) }, existing: { name: escapeText(name) } },
    say`Secret ${quote(name)} became an element.`,
    at,
  )
  return {
    id,
    attribute: undefined,
    text: refer(id) + escapeText(rest),
    store: 'secrets',
    actions: ['secretsmanager:GetSecretValue'],
  }
}

function parameter({ stack }: Reading, written: string, { at }: Node): Found | undefined {
  const resource = secretOrParameter(written, () => undefined)
  if (!resource) return undefined
  const text = reference(stack.collector, resource, at)
  const id = stack.collector.known.get(`${resource.kind} ${resource.identity}`) ?? ''
  const secret = resource.kind === 'secret'
  return {
    id,
    attribute: secret ? undefined : 'arn',
    text,
    store: secret ? 'secrets' : 'parameters',
    actions: secret ? ['secretsmanager:GetSecretValue'] : ['ssm:GetParameters'],
  }
}

/** Copilot itself uploads the file to its bucket. */
function envFile(reading: Reading, node: Node | undefined): readonly Spec[] {
  const path = textOf(node)
  if (!node || path === undefined) return []
  const { definition } = reading
  if (!path.endsWith('.env')) {
    drop(
      reading,
      'env-file',
      node,
      say`${quote(path)} is left out: ECS takes files that end with .env.`,
      definition,
    )
    return []
  }
  const file = path.replace(/^(?:\.\.?\/)+/, '').replace(/(^|\/)\.env$/, '$1variables.env')
  return [environmentFile(reading, { node, path, file, key: escapeText(file), definition })]
}
