/**
 * Imports Compose files: each Compose service becomes an ECS service on Fargate with a task definition of its own, in one
 * cluster, where services call each other by the names that they have in Compose.
 */
import { toNumber } from '../basics/convert'
import { quote } from '../basics/quote'
import { ok } from '../basics/result'
import { say } from '../texts/text'
import { type Collector, connect } from './collect/collector'
import { type Group, groupsOf } from './compose/groups'
import { entriesOf, namedMap } from './compose/merge'
import { type Project, projectsOf } from './compose/project'
import type { Reading } from './compose/reading'
import { isCompose } from './compose/recognise'
import { addGroup, type Made } from './compose/service'
import { itemsOf, member, type Node, peek, take, takeText, textOf } from './containers/node'
import { newStack } from './containers/stack'
import { drop, dropUnread, kept, mapped } from './containers/telling'
import { defineImport } from './format'
import { documentsIn, documentsOf } from './reading/documents'

export const composeImport = defineImport({
  id: 'compose',
  title: 'Docker Compose',
  recognises: (file) => {
    const documents = documentsIn(file)
    return documents.length === 1 && isCompose(documents[0]?.value)
  },
  read: (collector, files, options) => {
    for (const file of files) {
      const read = documentsOf(file)
      if (!read.ok) return read
      collector.notes.push(...read.value.notes)
    }
    for (const project of projectsOf(files, options.name)) addProject(collector, project)
    return ok(undefined)
  },
})

function addProject(collector: Collector, project: Project): void {
  const { root, name } = project
  collector.names.push(textOf(member(root, 'name')) ?? name)
  const region = regionIn(project)
  if (region !== undefined) collector.hints.push({ region, rank: 2 })
  const reading: Reading = { stack: newStack(collector, name, root.at), project, region }
  takeText(member(root, 'name'))
  const groups = groupsOf(project)
  const mentioned = mentionedPorts(project)
  const made = groups.map((group) => addGroup(reading, group, mentioned))
  for (const one of made) addCalls(reading, one, made)
  for (const { group, id } of made)
    for (const one of [group.main, ...group.others]) dropUnread(reading, one.service, id)
  tellTop(reading)
  for (const node of project.overridden) {
    drop(
      reading,
      'overridden',
      node,
      say`${quote(textOf(node) ?? node.at.pointer.replace(/^.*\//, ''))} gives way to what another file says.`,
    )
  }
}

/** The parts of a file beside its services. */
function tellTop(reading: Reading): void {
  const { root } = reading.project
  const say1 = (key: string, code: string, text: Parameters<typeof drop>[3]) => {
    const node = member(root, key)
    if (node) drop(reading, code, node, text)
  }
  say1('version', 'version', 'The version of the format is left out; Compose itself no longer reads it.')
  say1('include', 'include', 'Included files are left out: import them together with this one.')
  say1(
    'configs',
    'configs',
    'Configs are left out: ECS mounts no files, so put them into the image, or on an EFS file system.',
  )
  for (const [key, node] of entriesOf(root)) {
    if (!key.startsWith('x-')) continue
    drop(
      reading,
      'extension',
      node,
      say`Extension ${quote(key)} is left out; what other parts take from it is in them.`,
    )
  }
  for (const [key, node] of entriesOf(member(root, 'secrets'))) {
    drop(
      reading,
      'secret-source',
      node,
      say`Where secret ${quote(key)} has its value from is left out: the value is not read.`,
    )
  }
  for (const key of ['volumes', 'networks']) {
    for (const [, node] of entriesOf(member(root, key))) takeText(member(node, 'name'))
  }
  const services = member(root, 'services')
  for (const [key, node] of entriesOf(root)) {
    if (node !== services) dropUnread(reading, node)
    else if (key === 'services') take(node)
  }
}

/** `depends_on` and `links` between services: ECS orders no starts, but the drawing shows who needs whom. */
function addCalls(reading: Reading, { group, id }: Made, all: readonly Made[]): void {
  for (const { service } of [group.main, ...group.others]) {
    const waits = member(service, 'depends_on')
    const links = itemsOf(member(service, 'links')).map(
      (item) => [(textOf(item) ?? '').split(':')[0] ?? '', item] as const,
    )
    for (const [key, node] of [...(waits ? entriesOf(namedMap(waits)) : []), ...links]) {
      if (node.mark.read) continue
      const target = all.find((one) => has(one.group, key))
      const kind = reading.stack.collector.elements[id]?.kind
      if (!target || target.id === id) {
        drop(
          reading,
          'depends-on',
          node,
          say`${quote(key)} is none of the services, so waiting for it is left out.`,
          id,
        )
      } else if (target.group.once || kind !== 'service') {
        kept(
          reading,
          'depends-on',
          node,
          say`ECS does not wait for ${quote(key)}: let your deployment run it first.`,
          id,
        )
      } else {
        connectOnce(reading.stack.collector, id, target.id)
        mapped(
          reading,
          'depends-on',
          node,
          say`A line shows that it calls ${quote(key)}. ECS orders no starts, so let it try again until ${quote(key)} answers.`,
          id,
        )
      }
    }
  }
}

function has({ main, others, holders }: Group, key: string): boolean {
  return [main, ...others, ...holders].some((one) => one.key === key)
}

function connectOnce(collector: Collector, from: string, to: string): void {
  const known = Object.values(collector.connections).some((one) => one.from === from && one.to === to)
  if (!known) connect(collector, { from, to, meaning: 'traffic' })
}

/** Where the texts of services call others at a port: `redis://cache:6379`. */
function mentionedPorts({ services }: Project): ReadonlyMap<string, number> {
  const names = new Set(services.map(([key]) => key))
  const found = new Map<string, number>()
  for (const [own, service] of services) {
    for (const key of ['environment', 'command', 'entrypoint']) {
      for (const text of textsIn(member(service, key))) {
        for (const [, host = '', port] of text.matchAll(/:(?<=([A-Za-z0-9][\w.-]*):)(\d{2,5})\b/g)) {
          if (names.has(host) && host !== own && !found.has(host) && toNumber(port) < 65536)
            found.set(host, toNumber(port))
        }
      }
    }
  }
  return found
}

function textsIn(node: Node | undefined): readonly string[] {
  const value = peek(node)
  return value === undefined ? [] : [JSON.stringify(value)]
}

/** The Region that the environment of the services names, if all name one. */
function regionIn({ services }: Project): string | undefined {
  const found = services.flatMap(([, service]) =>
    [
      ...JSON.stringify(peek(member(service, 'environment')) ?? null).matchAll(
        /AWS_(?:DEFAULT_)?REGION"?[=:]"?([a-z]{2}(?:-[a-z]+)+-\d)"/g,
      ),
    ].map(([, region]) => region),
  )
  return new Set(found).size === 1 ? found[0] : undefined
}
