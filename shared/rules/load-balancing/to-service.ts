/** The mend for a load balancer in front of a standalone task: a service of such tasks, which ECS registers. */
import { targetTypes } from '../../aws/facts/target-types'
import type { Spec } from '../../design/design'
import type { DesignDraft } from '../../design/edit'
import { referencesIn } from '../../design/references'
import { objectsAt } from '../../elements/parts/reading'
import { service } from '../../elements/service'
import { targetGroup } from '../../elements/target-group'
import { task as taskKind } from '../../elements/task'
import { connect } from '../../graph/connect'
import type { Connection } from '../../graph/connection'
import { type Graph, nameOf } from '../../graph/graph'
import { runOf, runsOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { kindOfBalancer, targetGroupUsers } from '../../graph/traffic'
import { addElement, takePlace } from '../fixes'
import { vpcIdFor } from '../fixes-load-balancing'
import { portMappingsOf } from '../ports'
import { definitionOf, givesOwnInterface, isAbsent } from '../reading'
import type { Fix } from '../rule'
import { targetTypeOf } from './target-groups'

/** So many that the service survives the loss of one. */
const DESIRED = 2

/** What RunTask and CreateService have in common. */
const COMMON = [
  'cluster',
  'taskDefinition',
  'launchType',
  'capacityProviderStrategy',
  'platformVersion',
  'placementConstraints',
  'placementStrategy',
  'networkConfiguration',
  'enableExecuteCommand',
  'enableECSManagedTags',
  'propagateTags',
  'tags',
] as const

/** Undefined where a service can't say what the task does, or where it takes more than that to reach it. */
export function toService(graph: Graph, task: string, lines: readonly Connection[]): Fix | undefined {
  const spec = specOf(graph, taskKind, task)
  const plain = spec?.cluster && isAbsent(spec.overrides) && isAbsent(spec.volumeConfigurations)
  const type = typeFor(graph, task)
  if (!plain || type === undefined || !lines.every(({ from }) => isReady(graph, from, type))) return undefined
  return {
    title: `Make “${nameOf(graph, task)}” a service of ${DESIRED} tasks`,
    apply: (draft) => {
      const old = draft.elements[task]
      if (old?.kind !== taskKind.kind) return
      const id = addElement(draft, `${task}-service`, {
        kind: service.kind,
        spec: serviceLike(task, old.spec),
      })
      takePlace(draft, id, task)
      moveLines(draft, graph, { lines, to: id, near: task, type })
      standIn(draft, task, id)
    },
  }
}

/** For a line to a task definition that one service runs: that service is what is meant. */
export function toItsService(
  graph: Graph,
  definition: string,
  lines: readonly Connection[],
): Fix | undefined {
  const [only, ...others] = runsOf(graph, definition)
  if (only?.kind !== 'service' || others.length > 0) return undefined
  const type = typeFor(graph, only.runner)
  if (type === undefined || !lines.every(({ from }) => isReady(graph, from, type))) return undefined
  return {
    title: `Register service “${nameOf(graph, only.runner)}” instead`,
    apply: (draft) => moveLines(draft, graph, { lines, to: only.runner, near: only.runner, type }),
  }
}

/** The target type of what a task gives to a load balancer; undefined where it gives nothing, or nobody can tell. */
function typeFor(graph: Graph, runner: string): string | undefined {
  const definition = definitionOf(graph, runner)?.spec
  const serves = definition && portMappingsOf(definition).some(({ mapping }) => mapping.containerPort)
  const own = givesOwnInterface(graph, runner)
  if (!serves || own === undefined || runOf(graph, runner)?.launch === 'EXTERNAL') return undefined
  return own ? targetTypes.awsvpc : targetTypes.bridge
}

interface Move {
  readonly lines: readonly Connection[]
  /** The service. */
  readonly to: string
  /** What is drawn already where the service's tasks are. */
  readonly near: string
  /** The target type of the tasks. */
  readonly type: string
}

/** Registers the service wherever a line came from; target groups that are made for it fit its tasks. */
function moveLines(draft: DesignDraft, graph: Graph, { lines, to, near, type: TargetType }: Move): void {
  const VpcId = vpcIdFor(graph, [near, ...lines.map(({ from }) => from)])
  for (const { id, from } of lines) {
    if (!Object.hasOwn(draft.connections, id)) continue
    delete draft.connections[id]
    register(draft, from, to)
  }
  for (const group of groupsOf(draft, to)) {
    const made = draft.elements[group]?.spec
    if (made && !graph.element(group)) Object.assign(made, { TargetType, VpcId })
  }
}

/** A target group of the right type behind a load balancer, or a load balancer that takes a new one. */
function isReady(graph: Graph, id: string, type: string): boolean {
  if (graph.element(id)?.kind !== targetGroup.kind) return kindOfBalancer(graph, id) === 'application'
  return targetTypeOf(graph, id) === type && targetGroupUsers(graph, id).length > 0
}

function serviceLike(task: string, old: Spec): Spec {
  const kept = COMMON.filter((member) => old[member] !== undefined).map((member) => [member, old[member]])
  const desiredCount = typeof old.count === 'number' ? Math.max(DESIRED, old.count) : DESIRED
  return { serviceName: task, ...Object.fromEntries(kept), desiredCount }
}

function register(draft: DesignDraft, from: string, to: string): void {
  if (draft.elements[from]?.kind !== targetGroup.kind) {
    connect(draft, { from, to, meaning: 'forwards', via: targetGroup })
    return
  }
  const relation = service.relations.find((one) => one.meaning === 'registers')
  if (relation) connect(draft, { from: to, to: from, meaning: 'registers', relation })
}

function groupsOf(draft: DesignDraft, id: string): readonly string[] {
  return objectsAt(draft.elements[id]?.spec, '/loadBalancers').flatMap(([, entry]) =>
    referencesIn(String(entry.targetGroupArn)).map((reference) => reference.id),
  )
}

/** The service takes over the task's other lines; the task goes. */
function standIn(draft: DesignDraft, task: string, id: string): void {
  for (const connection of Object.values(draft.connections)) {
    if (connection.from === task) connection.from = id
    else if (connection.to === task) connection.to = id
  }
  for (const element of Object.values(draft.elements)) if (element.inside === task) element.inside = id
  delete draft.elements[task]
  delete draft.layout[task]
}
