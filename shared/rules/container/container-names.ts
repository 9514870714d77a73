/** Names for containers, and giving a container another one. */

import { CONTAINER_NAME_LENGTH } from '../../aws/facts/container-limits'
import { isObject, valueAt } from '../../basics/json'
import type { Element } from '../../design/design'
import type { DesignDraft } from '../../design/edit'
import { referencesIn } from '../../design/references'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { type Graph, resolved } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { type ContainerSpec, isKnown, type TaskDefinitionSpec } from '../reading'
import type { Fix } from '../rule'

/** Is a name made of what AWS allows: letters, digits, hyphens and underscores, and not too many of them? */
export function isContainerName(name: string): boolean {
  return name.length <= CONTAINER_NAME_LENGTH && /^[A-Za-z0-9_-]+$/.test(name)
}

/** The closest allowed name that no container of the task has; undefined where nothing is left of the wish. */
export function freeContainerName(spec: TaskDefinitionSpec, wish: string): string | undefined {
  const name = wish
    .trim()
    .replace(/[^A-Za-z0-9_-]/g, '-')
    .slice(0, CONTAINER_NAME_LENGTH)
  if (!/[A-Za-z0-9]/.test(name)) return undefined
  const taken = new Set(spec.containerDefinitions?.map((container) => container.name))
  if (!taken.has(name)) return name
  let n = 2
  while (taken.has(`${stem(name)}-${n}`)) n++
  return `${stem(name)}-${n}`
}

/** Leaves room for a number behind it. */
function stem(name: string): string {
  return name.slice(0, CONTAINER_NAME_LENGTH - 4)
}

/** `nginx` of `public.ecr.aws/nginx/nginx:1.27`; undefined where the image is not known. */
export function nameFromImage(graph: Graph, image: string | undefined): string | undefined {
  const known = image === undefined ? undefined : resolved(graph, image)
  if (!isKnown(known)) return undefined
  const repository = known.split('@')[0] ?? ''
  return repository.split('/').at(-1)?.split(':')[0]
}

const NONE: readonly (string | undefined)[] = []

/** The names of what a container needs started before it; undefined where one is left out. */
export function namesNeededBy({
  dependsOn,
  links,
  volumesFrom,
}: ContainerSpec): readonly (string | undefined)[] {
  // Most containers need no other.
  if (!dependsOn && !links && !volumesFrom) return NONE
  return [
    ...(dependsOn ?? []).map((one) => one.containerName),
    ...(links ?? []).map((link) => link.split(':')[0]),
    ...(volumesFrom ?? []).map((one) => one.sourceContainer),
  ]
}

/** The names by which its containers, and what runs it, ask for a container that a task definition does not have. */
export function missingContainers(graph: Graph, id: string, spec: TaskDefinitionSpec): readonly string[] {
  const asked = [
    spec.proxyConfiguration?.containerName,
    ...(spec.containerDefinitions ?? []).flatMap(namesNeededBy),
    ...runsOf(graph, id).flatMap(({ runner }) => askedByRunner(graph, runner)),
  ]
  const there = new Set(spec.containerDefinitions?.map(({ name }) => name))
  return [...new Set(asked)].filter((name) => isKnown(name)).filter((name) => !there.has(name))
}

/** The one name that others ask for in vain, if a container can have it. */
export function nameAskedFor(graph: Graph, id: string, spec: TaskDefinitionSpec): string | undefined {
  const [wanted, ...others] = missingContainers(graph, id, spec)
  return wanted !== undefined && others.length === 0 && isContainerName(wanted) ? wanted : undefined
}

function askedByRunner(graph: Graph, runner: string): readonly (string | undefined)[] {
  const { loadBalancers = [], serviceRegistries = [] } = specOf(graph, service, runner) ?? {}
  const overrides = specOf(graph, task, runner)?.overrides?.containerOverrides ?? []
  return [
    ...[...loadBalancers, ...serviceRegistries].map((one) => one.containerName),
    ...overrides.map((one) => one.name),
  ]
}

/** Names a container anew, together with everything in its task and in what runs it that says the old name. */
export function renameContainerFix(taskDefinition: string, index: number, from: string, to: string): Fix {
  return {
    title: say`Rename the container to “${to}”`,
    apply: (draft) => {
      const spec = draft.elements[taskDefinition]?.spec
      const container = valueAt(spec, `/containerDefinitions/${index}`)
      if (!spec || !isObject(container) || container.name !== from) return
      container.name = to
      renameIn(valueAt(spec, '/proxyConfiguration'), 'containerName', from, to)
      for (const sibling of objectsIn(spec.containerDefinitions)) {
        for (const one of objectsIn(sibling.dependsOn)) renameIn(one, 'containerName', from, to)
        for (const one of objectsIn(sibling.volumesFrom)) renameIn(one, 'sourceContainer', from, to)
        if (Array.isArray(sibling.links))
          sibling.links = sibling.links.map((link) => relinked(link, from, to))
      }
      for (const runner of runnersOf(draft, taskDefinition)) renameInRunner(runner, from, to)
    },
  }
}

function renameInRunner({ spec }: Element, from: string, to: string): void {
  for (const one of objectsIn(spec.loadBalancers)) renameIn(one, 'containerName', from, to)
  for (const one of objectsIn(spec.serviceRegistries)) renameIn(one, 'containerName', from, to)
  for (const one of objectsIn(valueAt(spec, '/overrides/containerOverrides'))) renameIn(one, 'name', from, to)
}

function renameIn(object: unknown, member: string, from: string, to: string): void {
  if (isObject(object) && object[member] === from) object[member] = to
}

/** A link is `name` or `name:alias`. */
function relinked(link: unknown, from: string, to: string): unknown {
  if (typeof link !== 'string') return link
  const [name, ...alias] = link.split(':')
  return name === from ? [to, ...alias].join(':') : link
}

function runnersOf(draft: DesignDraft, taskDefinition: string): readonly Element[] {
  return Object.values(draft.elements).filter(
    ({ spec }) =>
      typeof spec.taskDefinition === 'string' &&
      referencesIn(spec.taskDefinition).some(({ id }) => id === taskDefinition),
  )
}

function objectsIn(list: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}
