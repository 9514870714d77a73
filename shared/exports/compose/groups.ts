/** The tasks of a design as Compose runs them: one group of services for each service, task or task definition alone. */
import { freeIds } from '../../basics/slug'
import type { Spec } from '../../design/design'
import { displayName } from '../../elements/kinds'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { elementsOfKind, type Graph, resolved } from '../../graph/graph'
import { launchTypesOf, runOf, runsOf } from '../../graph/runs'
import { keyOf } from './writing'

export interface Container {
  /** The service's key in the file. */
  readonly key: string
  /** As the task definition has it; others name it so. */
  readonly name: string
  readonly spec: Spec
}

export interface Group {
  /** The service, task or task definition that it comes from. */
  readonly id: string
  readonly kind: 'service' | 'task' | 'task-definition'
  readonly definition: string
  readonly key: string
  readonly networkMode: string
  readonly containers: readonly Container[]
  /** The key of the service whose network the others join; undefined where each has its own. */
  readonly network: string | undefined
  /** No container can hold the network, so a service is added that does. */
  readonly pause: boolean
}

/** What runs, by id, so that the order in which things were drawn changes nothing. */
export function groupsOf(graph: Graph): readonly Group[] {
  const taken = new Set<string>()
  const free = freeIds((key) => taken.has(key))
  const claim = (wanted: string) => {
    const key = free(wanted)
    taken.add(key)
    return key
  }
  const runners = [...elementsOfKind(graph, 'service'), ...elementsOfKind(graph, 'task')].sort()
  const running = runners.flatMap((id) => {
    const run = runOf(graph, id)
    return run ? [{ id, kind: run.kind, definition: run.taskDefinition }] : []
  })
  const alone = [...elementsOfKind(graph, 'task-definition')]
    .sort()
    .filter((id) => runsOf(graph, id).length === 0)
    .map((id) => ({ id, kind: 'task-definition' as const, definition: id }))
  return [...running, ...alone].map((what) => groupOf(graph, what, claim))
}

type What = Pick<Group, 'id' | 'kind' | 'definition'>

function groupOf(graph: Graph, what: What, claim: (wanted: string) => string): Group {
  const { id, definition } = what
  const spec = graph.element(definition)?.spec ?? {}
  const element = graph.element(id)
  const own = element && (textAt(element.spec, '/serviceName') ?? textAt(element.spec, '/family'))
  const name = own ?? (element?.label || id)
  const key = claim(keyOf(resolved(graph, name), keyOf(id, 'task')))
  const list = objectsAt(spec, '/containerDefinitions')
  const main = mainOf(graph, id, key, list)
  const containers = list.map(([index, container]) => {
    const called = textAt(container, '/name') ?? `container-${index + 1}`
    return {
      key: index === main ? key : claim(keyOf(`${key}-${resolved(graph, called)}`, `${key}-${index + 1}`)),
      name: called,
      spec: container,
    }
  })
  const networkMode = textAt(spec, '/networkMode') ?? defaultMode(graph, definition)
  const shared = networkMode === 'awsvpc' && containers.length > 1
  const holder = shared ? holderOf(containers, key) : undefined
  const pause = shared && holder === undefined
  return { ...what, key, networkMode, containers, network: pause ? claim(`${key}-network`) : holder, pause }
}

/** Fargate knows no other mode than awsvpc, and Linux on EC2 begins with bridge. */
function defaultMode(graph: Graph, definition: string): string {
  return launchTypesOf(graph, definition).has('FARGATE') ? 'awsvpc' : 'bridge'
}

type Listed = ReturnType<typeof objectsAt>

/** The container that goes by the task's name: the one called so, that behind a load balancer, or the first that counts. */
function mainOf(graph: Graph, runner: string, key: string, list: Listed): number | undefined {
  const spec = graph.element(runner)?.spec ?? {}
  const balanced = textAt(spec, '/loadBalancers/0/containerName')
  const found =
    list.find(([, container]) => container.name === key) ??
    list.find(([, container]) => balanced !== undefined && container.name === balanced) ??
    list.find(([, container]) => container.essential !== false) ??
    list[0]
  return found?.[0]
}

/**
 * The container that may start first and stays: all others wait for it, since they join its network. With none, a
 * container is added, as ECS itself does with its pause container.
 */
function holderOf(containers: readonly Container[], main: string): string | undefined {
  const ended = new Set(
    containers.flatMap(({ spec }) =>
      objectsAt(spec, '/dependsOn')
        .filter(([, { condition }]) => condition === 'SUCCESS' || condition === 'COMPLETE')
        .map(([, { containerName }]) => containerName),
    ),
  )
  const able = containers.filter(
    ({ name, spec }) =>
      spec.essential !== false &&
      objectsAt(spec, '/dependsOn').length === 0 &&
      objectsAt(spec, '/volumesFrom').length === 0 &&
      spec.disableNetworking !== true &&
      !ended.has(name),
  )
  return (able.find(({ key }) => key === main) ?? able[0])?.key
}

/** What people call a group, for notes. */
export function groupName(graph: Graph, { id }: Group): string {
  const element = graph.element(id)
  return element ? displayName(id, element) : id
}
