/** Imports manifests of AWS Copilot, with the settings of one environment laid over what holds for all. */
import { quote } from '../basics/quote'
import { ok } from '../basics/result'
import { slug } from '../basics/slug'
import { say } from '../texts/text'
import { type Collector, define, note } from './collect/collector'
import { member, type Node, nodeOf, spot, takeText, textOf } from './containers/node'
import { newStack, type Stack } from './containers/stack'
import { drop, dropUnread, mapped } from './containers/telling'
import { ecsName } from './containers/values'
import { environmentsOf, inEnvironment, isManifest, type Manifest, nameIn } from './copilot/manifest'
import type { Reading } from './copilot/reading'
import { allowTracing, groupsOf, portOf, serviceOf, taskSpec } from './copilot/service'
import { taskOf } from './copilot/task'
import { type ManifestType, type } from './copilot/types'
import { defineImport, type SourceFile } from './format'
import { documentsIn, documentsOf } from './reading/documents'

/** The choice of an environment, and of none. */
const CHOICE = 'environment'
const NONE = 'none'

export const copilotImport = defineImport({
  id: 'copilot',
  title: 'AWS Copilot manifest',
  recognises: (file) => {
    const documents = documentsIn(file)
    return documents.length === 1 && isManifest(documents[0]?.value)
  },
  read: (collector, files, options) => {
    for (const file of files) {
      const read = documentsOf(file)
      if (!read.ok) return read
      collector.notes.push(...read.value.notes)
    }
    const roots = files.map(rootOf)
    const environments = [...new Set(roots.flatMap(environmentsOf))]
    const asked = options.choices?.[CHOICE]
    const chosen = asked !== undefined && environments.includes(asked) ? asked : NONE
    if (environments.length > 0) offer(collector, environments, chosen)
    const [only] = roots
    if (only && roots.length === 1) collector.names.push(nameIn(only))
    const place = roots[0]?.at ?? { file: files[0]?.name ?? '', pointer: '' }
    const stack = newStack(collector, stackName(options.name, chosen), place)
    note(collector, 'kept', 'copilot-ended', place, ENDED)
    for (const root of roots) addManifest(stack, root, chosen)
    return ok(undefined)
  },
})

const ENDED =
  'AWS ended the support of Copilot on 12 June 2026: what it deployed goes on running, but nobody maintains the tool.'

function rootOf(file: SourceFile): Node {
  const [document] = documentsIn(file)
  return nodeOf(document?.value, { file: file.name, pointer: document?.pointer ?? '' })
}

/** Copilot names everything after application and environment; the application is not in the manifests. */
function stackName(wanted: string | undefined, environment: string): string {
  return slug(wanted ?? (environment === NONE ? 'copilot' : environment), 'copilot')
}

function offer(collector: Collector, environments: readonly string[], chosen: string): void {
  const options = environments.map((id) => ({ id, label: id }))
  collector.choices.push({
    id: CHOICE,
    label: 'Environment',
    options: [{ id: NONE, label: 'None: only what holds for all' }, ...options],
    chosen,
  })
}

function addManifest(stack: Stack, written: Node, environment: string): void {
  const kind = type(textOf(member(written, 'type')))
  if (!kind) return
  const manifest = inEnvironment(written, environment)
  const { root } = manifest
  const name = nameIn(root)
  takeText(member(root, 'name'))
  if (kind === 'Request-Driven Web Service') addAppRunner(stack, root, name)
  else if (kind === 'Static Site') addSite(stack, root, name)
  else if (kind === 'Environment') leaveOut(stack, root)
  else addWorkload(stack, root, kind, name)
  tellEnvironments(stack, written, manifest, environment)
}

function addWorkload(stack: Stack, root: Node, kind: ManifestType, name: string): void {
  const { collector } = stack
  const job = kind === 'Scheduled Job'
  const origin = { ...root.at, within: '/-' }
  const taskDefinition = { kind: 'task-definition', spec: {} }
  const definition = define(collector, { called: `${name} task`, element: taskDefinition }, origin)
  const element = { kind: job ? 'task' : 'service', spec: {} }
  const runner = define(collector, { called: job ? `${name} run` : name, element }, origin)
  const reading: Reading = { stack, root, name, type: kind, definition, runner, access: accessOf(root) }
  const groups = groupsOf(reading)
  const port = portOf(reading)
  allowTracing(reading)
  const { spec: run, targets } = job
    ? { spec: taskSpec(reading, groups), targets: [] }
    : serviceOf(reading, groups, port)
  collector.elements[definition] = {
    kind: 'task-definition',
    spec: taskOf(reading, groups, port, targets),
    ...(job ? { traits: ['batch'] } : {}),
  }
  collector.elements[runner] = job
    ? { kind: 'task', label: name, traits: ['batch'], spec: run }
    : { kind: 'service', spec: run }
  const text = job
    ? say`Scheduled job ${quote(name)} became a task with its task definition.`
    : say`${quote(kind)} ${quote(name)} became an ECS service with its task definition.`
  mapped(reading, 'service', typeOf(root), text, runner)
  dropUnread(reading, root, runner)
}

/** The member that says what a manifest is of. */
function typeOf(root: Node): Node {
  return member(root, 'type') ?? spot(root.at)
}

/** Copilot places tasks in public subnets unless it is told otherwise. */
function accessOf(root: Node): Reading['access'] {
  const placement = member(member(member(root, 'network'), 'vpc'), 'placement')
  return textOf(placement) === 'private' ? 'private' : 'public'
}

/** App Runner is none of ECS’s ways, and takes no new customers. */
function addAppRunner(stack: Stack, root: Node, name: string): void {
  const id = define(
    stack.collector,
    {
      called: name,
      element: { kind: 'external-system', label: `${name} (App Runner)`, spec: { type: 'AWS Copilot' } },
    },
    { ...root.at, within: '/-' },
  )
  const text = say`${quote(name)} is a service of App Runner, which is closed to new customers: it is drawn as an external system. As a Load Balanced Web Service it would run on ECS.`
  mapped({ stack }, 'app-runner', typeOf(root), text, id)
  for (const [key, node] of root.members ?? []) {
    if (node.mark.read) continue
    drop({ stack }, 'app-runner', node, say`${quote(key)} is a setting of App Runner and is left out.`, id)
  }
}

/** A static site is files in a bucket behind CloudFront. */
function addSite(stack: Stack, root: Node, name: string): void {
  const Bucket = `${stack.name}-${ecsName(name).toLowerCase().replaceAll('_', '-')}`
  const id = define(
    stack.collector,
    { called: `${name} site`, element: { kind: 's3-bucket', spec: { Bucket } } },
    { ...root.at, within: '/-' },
  )
  const text = say`Static site ${quote(name)} became the S3 bucket of its files; CloudFront, which serves them, is not drawn.`
  mapped({ stack }, 'static-site', typeOf(root), text, id)
  for (const [key, node] of root.members ?? []) {
    if (node.mark.read) continue
    drop(
      { stack },
      'static-site',
      node,
      say`${quote(key)} of a static site has no counterpart in ECS and is left out.`,
      id,
    )
  }
}

function leaveOut(stack: Stack, root: Node): void {
  const text = say`The manifest of environment ${quote(nameIn(root))} is left out: draw the network and the cluster that it describes.`
  drop({ stack }, 'environment-manifest', root, text)
}

/** What the chosen environment overrides, and the settings of all others. */
function tellEnvironments(stack: Stack, written: Node, { overridden }: Manifest, chosen: string): void {
  for (const node of overridden) {
    drop(
      { stack },
      'overridden',
      node,
      say`Environment ${quote(chosen)} says otherwise, so this is left out.`,
    )
  }
  for (const [name, node] of member(written, 'environments')?.members ?? []) {
    if (name === chosen) continue
    drop(
      { stack },
      'environment',
      node,
      say`The settings of environment ${quote(name)} are left out: choose it to import with them.`,
    )
  }
}
