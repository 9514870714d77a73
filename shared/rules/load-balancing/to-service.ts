/** The mend for a load balancer in front of a standalone task: a service of such tasks, which ECS registers. */
import { targetTypes } from '../../aws/facts/target-types'
import { toText } from '../../basics/convert'
import type { DesignDraft } from '../../design/edit'
import { referencesIn } from '../../design/references'
import { objectsAt } from '../../elements/parts/reading'
import { targetGroup } from '../../elements/target-group'
import { task as taskKind } from '../../elements/task'
import { connect, connectBy } from '../../graph/connect'
import type { Connection } from '../../graph/connection'
import { type Graph, nameOf } from '../../graph/graph'
import { runOf, runsOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { kindOfBalancer, targetGroupUsers } from '../../graph/traffic'
import { say } from '../../texts/text'
import { vpcIdFor } from '../fixes-load-balancing'
import { portMappingsOf } from '../ports'
import { definitionOf, givesOwnInterface, isAbsent } from '../reading'
import type { Fix } from '../rule'
import { toService as makeService } from '../scheduling/convert'
import { targetTypeOf } from './target-groups'

/** So many that the service survives the loss of one. */
const DESIRED = 2

/** Undefined where a service can't say what the task does, or where it takes more than that to reach it. */
export function toService(graph: Graph, task: string, lines: readonly Connection[]): Fix | undefined {
  const spec = specOf(graph, taskKind, task)
  const plain = spec?.cluster && isAbsent(spec.overrides) && isAbsent(spec.volumeConfigurations)
  const type = typeFor(graph, task)
  if (!plain || type === undefined || !lines.every(({ from }) => isReady(graph, from, type))) return undefined
  return {
    title: say`Make “${nameOf(graph, task)}” a service of ${DESIRED} tasks`,
    apply: (draft) => {
      const old = draft.elements[task]
      if (old?.kind !== taskKind.kind) return
      const { count } = old.spec
      makeService(draft, task, task, typeof count === 'number' ? Math.max(DESIRED, count) : DESIRED)
      moveLines(draft, graph, { lines, to: task, near: task, type })
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
    title: say`Register service “${nameOf(graph, only.runner)}” instead`,
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

function register(draft: DesignDraft, from: string, to: string): void {
  if (draft.elements[from]?.kind === targetGroup.kind) connectBy(draft, to, from)
  else connect(draft, { from, to, meaning: 'forwards', via: targetGroup })
}

function groupsOf(draft: DesignDraft, id: string): readonly string[] {
  return objectsAt(draft.elements[id]?.spec, '/loadBalancers').flatMap(([, entry]) =>
    referencesIn(toText(entry.targetGroupArn)).map((reference) => reference.id),
  )
}
