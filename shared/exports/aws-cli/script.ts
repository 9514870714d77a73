/** `apply.sh`: the calls of a deployment in order, each looked up before it is made. */
import { toText } from '../../basics/convert'
import type { Deployment, Input, Resource } from '../../deployment/deployment'
import { referencedIn } from '../../deployment/pieces'
import type { ResourceType } from '../../deployment/resource-types'
import { escapeText } from '../../design/references'
import { english } from '../../texts/text'
import { cliCall, commandOf } from './calls'
import type { CliCall } from './cli-call'
import type { InputFile, Mark } from './input-file'
import { FUNCTIONS, HEAD } from './prelude'
import { environmentName, quoted, variableOf, wordOf } from './shell'

export interface Step {
  readonly resource: Resource
  readonly file: string
  readonly input: InputFile
}

interface Whereabouts {
  readonly region?: string | undefined
  readonly account?: string | undefined
}

/** The script that makes all steps. */
export function applyScript(deployment: Deployment, steps: readonly Step[], where: Whereabouts): string {
  const used = usedAttributes(deployment)
  return [
    HEAD,
    explaining(deployment.inputs),
    FUNCTIONS,
    asking(deployment.inputs),
    whereabouts(where),
    ...steps.map((step, index) => stepText(step, index + 1, steps.length, used.get(step.resource.id) ?? [])),
    "\nsay 'Done.'\n",
  ].join('')
}

/** The attributes of each resource that others name, in the order of use. */
function usedAttributes({ resources }: Deployment): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, Set<string>>()
  for (const { input } of resources) {
    for (const piece of referencedIn(input)) {
      if (!('resource' in piece)) continue
      const names = used.get(piece.resource) ?? new Set()
      used.set(piece.resource, names.add(piece.attribute))
    }
  }
  return new Map([...used].map(([id, names]) => [id, [...names]]))
}

function explaining(inputs: readonly Input[]): string {
  if (inputs.length === 0) return ''
  const lines = inputs.map((input) => {
    const list = input.many ? ' (several, with commas between them)' : ''
    return `#   ${environmentName(input)}: ${comment(english(input.text))}${list}\n`
  })
  return `#\n# It needs these environment variables:\n${lines.join('')}`
}

/** A comment ends with its line, whatever is in it. */
function comment(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()
}

function asking(inputs: readonly Input[]): string {
  if (inputs.length === 0) return ''
  const lines = inputs.map((input) => {
    const name = environmentName(input)
    return `ask ${name} "\${${name}-}" ${quoted(english(input.text))}`
  })
  const plain = inputs
    .filter(({ type }) => type !== 'secret-value')
    .map((input) => `plain ${environmentName(input)} "$${environmentName(input)}"`)
  return [
    '',
    ...lines,
    `if [ -n "$missing" ]; then`,
    `  say "Set these environment variables:$missing"`,
    '  exit 2',
    'fi',
    ...plain,
    '',
  ].join('\n')
}

function whereabouts({ region, account }: Whereabouts): string {
  const lines: string[] = []
  if (region !== undefined) {
    lines.push(
      `AWS_REGION=${quoted(region)}`,
      'AWS_DEFAULT_REGION=$AWS_REGION',
      'export AWS_REGION AWS_DEFAULT_REGION',
    )
  }
  if (account !== undefined) {
    lines.push(
      `account=$(aws sts get-caller-identity --query Account --output text)`,
      `[ "$account" = ${quoted(account)} ] || stop "The design is for account "${quoted(account)}", not for $account."`,
    )
  }
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`
}

function stepText(step: Step, number: number, of: number, used: readonly string[]): string {
  const { resource } = step
  const [service, command] = commandOf(resource.type)
  const call = cliCall(resource.type)
  const { fresh, named, derived, more } = attributesOf(resource.type, call, used)
  const lines = [
    `say '${number}/${of} ${resource.id}: ${service} ${command}'`,
    ...body(step, call, fresh),
    ...named.map(([attribute, member]) =>
      assignment(resource.id, attribute, wordOf(toText(resource.input[member] ?? ''))),
    ),
    ...derived.map(([attribute, cut]) =>
      assignment(resource.id, attribute, `"\${${variableOf(resource.id, 'arn')}${cut}}"`),
    ),
    ...more.map((attribute) => assignment(resource.id, attribute, asked(step, call, attribute))),
  ]
  return `\n${lines.join('\n')}\n`
}

interface Attributes {
  /** Told by AWS. */
  readonly fresh: readonly string[]
  /** Written in the input, under that member. */
  readonly named: readonly (readonly [attribute: string, member: string])[]
  /** Parts of the ARN, by what a shell cuts from it. */
  readonly derived: readonly (readonly [attribute: string, cut: string])[]
  /** Told by further commands. */
  readonly more: readonly string[]
}

/** What metrics call a load balancer or target group is the end of its ARN. */
function cutFor(type: ResourceType): string {
  return type === 'elbv2:CreateLoadBalancer' ? '#*:loadbalancer/' : '##*:'
}

function attributesOf(type: ResourceType, call: CliCall, used: readonly string[]): Attributes {
  const named = used.flatMap((attribute) => {
    const member = call.names?.[attribute]
    return member === undefined ? [] : [[attribute, member] as const]
  })
  const derived = used.includes('fullName') ? [['fullName', cutFor(type)] as const] : []
  const more = used.filter((attribute) => call.more?.[attribute] !== undefined)
  const needed = [
    ...(derived.length > 0 ? ['arn'] : []),
    ...more.flatMap((attribute) => call.more?.[attribute]?.args.flatMap(attributeIn) ?? []),
  ]
  const told = used.filter(
    (name) => name !== 'fullName' && call.names?.[name] === undefined && !more.includes(name),
  )
  return { fresh: [...new Set([...told, ...needed])], named, derived, more }
}

/** `{.url}` is the attribute `url`. */
function attributeIn(argument: string): readonly string[] {
  const attribute = /^\{\.(\w+)\}$/.exec(argument)?.[1]
  return attribute === undefined ? [] : [attribute]
}

/** An attribute that a further command tells. */
function asked(step: Step, call: CliCall, attribute: string): string {
  const { call: name = '', args = [], at = '' } = call.more?.[attribute] ?? {}
  const [service, command] = commandOf(name)
  return `$(aws ${service} ${command} ${args.map((arg) => argumentOf(step, arg)).join(' ')} --query ${quoted(at)} --output text)`
}

/** An argument that is one of its own identifiers, or a text with members of the input. */
function argumentOf(step: Step, argument: string): string {
  const [attribute] = attributeIn(argument)
  return attribute === undefined
    ? filledArgument(step, argument)
    : `"$${variableOf(step.resource.id, attribute)}"`
}

function assignment(resource: string, attribute: string, value: string): string {
  return `${variableOf(resource, attribute)}=${value}`
}

/** The call itself, in the way that its type can be made again. */
function body(step: Step, call: CliCall, fresh: readonly string[]): string[] {
  const { resource } = step
  if (resource.type === 'ecs:RunTask' || resource.type === 'ecs:StartTask') return onRequest(step)
  if (call.again) return [...made(step, call, fresh), ...waiting(step, call)]
  if (call.tolerates !== undefined)
    return [...made(step, call, fresh, call.tolerates), ...waiting(step, call)]
  return call.find ? found(step, call, fresh) : kept(step, call, fresh)
}

/** A task runs each time that it is started, so that is asked for. */
function onRequest(step: Step): string[] {
  return [
    `if [ "\${RUN_TASKS-}" = yes ]; then`,
    ...indented(made(step, {}, [])),
    'else',
    "  say '  is not run; RUN_TASKS=yes runs it'",
    'fi',
  ]
}

function made(step: Step, call: CliCall, fresh: readonly string[], tolerates?: string): string[] {
  const [service, command] = commandOf(step.resource.type)
  const answered = fresh.filter((attribute) => call.answers?.[attribute] !== undefined)
  const verb = tolerates === undefined ? 'make' : `try ${quoted(tolerates)}`
  const lines = [
    ...filling(step),
    `${verb} ${service} ${command}${queryOf(answered.map((name) => call.answers?.[name] ?? ''))}`,
  ]
  if (answered.length === fresh.length) lines.push(...taken(step, fresh))
  return lines
}

/** Looks it up by its name, and makes it when it is not there. */
function found(step: Step, call: CliCall, fresh: readonly string[]): string[] {
  const lookup = lookupOf(step, call, fresh)
  const answered = fresh.every((attribute) => call.answers?.[attribute] !== undefined)
  const making = [...made(step, call, answered ? fresh : []), ...waiting(step, call)]
  const again = answered ? [] : [lookup, ...taken(step, fresh)]
  const kept = [...taken(step, fresh), ...updating(step)]
  return [
    lookup,
    'if [ -n "$found" ]; then',
    "  say '  is there already'",
    ...indented(kept),
    'else',
    ...indented([...making, ...again]),
    'fi',
  ]
}

function lookupOf(step: Step, call: CliCall, fresh: readonly string[]): string {
  const { find } = call
  if (!find) return ''
  const [service, command] = commandOf(find.call)
  const args = [...find.args, ...clusterOf(step)].map((arg) => filledArgument(step, arg))
  const members = fresh.map((attribute) => call.found?.[attribute] ?? find.key)
  const places = members.length > 0 ? members : [find.key]
  const wanted = places.length === 1 ? places[0] : `[${places.join(', ')}]`
  const query = find.at === '@' ? wanted : `${find.at}.${wanted}`
  return `look ${service} ${command} ${args.join(' ')} --query ${filledArgument(step, query ?? '')}`
}

/** Services, and the providers of managed instances, are found in their cluster only. */
function clusterOf({ resource: { type, input } }: Step): string[] {
  const looked = type === 'ecs:CreateService' || type === 'ecs:CreateCapacityProvider'
  return looked && input.cluster !== undefined ? ['--cluster', '{cluster}'] : []
}

/** An argument in which `{member}` is the text at that member of the input. */
function filledArgument({ resource: { input } }: Step, argument: string): string {
  const inQuery = argument.includes("'")
  const text = argument
    .split(/\{(\w+)\}/)
    .map((part, index) => {
      if (index % 2 === 0) return escapeText(part)
      const member = toText(input[part] ?? '')
      return inQuery ? member.replaceAll("'", "\\'") : member
    })
    .join('')
  return /^--?[a-z-]+$/.test(text) ? text : wordOf(text)
}

/** A service that is there takes the new revision of its task definition. */
function updating({ resource: { type, input } }: Step): string[] {
  if (type !== 'ecs:CreateService' || typeof input.taskDefinition !== 'string') return []
  const cluster = typeof input.cluster === 'string' ? ` --cluster ${wordOf(input.cluster)}` : ''
  const service = wordOf(toText(input.serviceName ?? ''))
  return [
    `aws ecs update-service${cluster} --service ${service} --task-definition ${wordOf(input.taskDefinition)} --query service.serviceArn --output text >&2`,
  ]
}

/** What has no name of its own is known by what AWS answered when it was made. */
function kept(step: Step, call: CliCall, fresh: readonly string[]): string[] {
  const { id } = step.resource
  const known = fresh.length > 0 ? fresh : Object.keys(call.answers ?? {}).slice(0, 1)
  const [first, ...others] = known.map((attribute) => variableOf(id, attribute))
  const variable = first ?? variableOf(id, 'made')
  const all = [variable, ...others]
  const making = made(step, call, known)
  return [
    `recall ${variable}`,
    'if [ -n "$found" ]; then',
    "  say '  was made before'",
    `  ${variable}=$found`,
    ...others.flatMap((one) => [`  recall ${one}`, `  ${one}=$found`]),
    'else',
    ...indented([...making, ...waiting(step, call)]),
    ...all.map((one) => `  keep ${one} ${known.length > 0 ? `"$${one}"` : 'yes'}`),
    'fi',
  ]
}

/** Puts `$found` into the variables of attributes. */
function taken({ resource: { id } }: Step, fresh: readonly string[]): string[] {
  const [only, ...others] = fresh
  if (only === undefined) return []
  if (others.length === 0) return [`${variableOf(id, only)}=$found`]
  return fresh.flatMap((attribute) => ['next', `${variableOf(id, attribute)}=$first`])
}

function queryOf(places: readonly string[]): string {
  if (places.length === 0) return ''
  return ` --query ${quoted(places.length === 1 ? (places[0] ?? '') : `[${places.join(', ')}]`)}`
}

function filling({ file, input }: Step): string[] {
  const before: string[] = []
  const words = input.marks.map((mark, index) => {
    const preparation = prepared(mark)
    if (preparation === undefined) return `${quoted(mark.text)} "$${mark.variable}"`
    before.push(preparation, `value_${index}=$replaced`)
    return `${quoted(mark.text)} "$value_${index}"`
  })
  return [...before, ['fill', quoted(file), ...words].join(' ')]
}

/** Makes JSON of a value that may be any text, or several. */
function prepared({ of, variable }: Mark): string | undefined {
  if (of === 'identifier') return undefined
  return `${of === 'list' ? 'items' : 'escape'} "$${variable}"`
}

function waiting(step: Step, call: CliCall): string[] {
  const { resource } = step
  const lines: string[] = []
  if (call.wait) {
    const [service = '', waiter = '', ...args] = call.wait
    const words = args.map((arg) => argumentOf(step, arg))
    lines.push(`aws ${service} wait ${waiter} ${words.join(' ')}`)
  }
  if (resource.type === 'efs:CreateFileSystem') {
    const token = wordOf(toText(resource.input.CreationToken ?? ''))
    lines.push(
      `until_is available efs describe-file-systems --creation-token ${token} --query 'FileSystems[0].LifeCycleState'`,
    )
  }
  if (resource.type === 'ecs:PutClusterCapacityProviders') {
    const cluster = wordOf(toText(resource.input.cluster ?? ''))
    lines.push(
      `until_is UPDATE_COMPLETE ecs describe-clusters --clusters ${cluster} --include ATTACHMENTS --query 'clusters[0].attachmentsStatus || \`"UPDATE_COMPLETE"\`'`,
    )
  }
  return lines
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}
