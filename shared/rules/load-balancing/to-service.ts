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
import { runOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { kindOfBalancer } from '../../graph/traffic'
import { addElement, takePlace } from '../fixes'
import { vpcIdFor } from '../fixes-load-balancing'
import { portMappingsOf } from '../ports'
import { definitionOf, givesOwnInterface, isAbsent } from '../reading'
import type { Fix } from '../rule'

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
  const definition = definitionOf(graph, task)?.spec
  const serves = definition && portMappingsOf(definition).some(({ mapping }) => mapping.containerPort)
  const plain = spec?.cluster && isAbsent(spec.overrides) && isAbsent(spec.volumeConfigurations)
  const own = givesOwnInterface(graph, task)
  if (!plain || !serves || own === undefined || runOf(graph, task)?.launch === 'EXTERNAL') return undefined
  if (!lines.every(({ from }) => isReady(graph, from))) return undefined
  const type = own ? targetTypes.awsvpc : targetTypes.bridge
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
      for (const { from } of lines) register(draft, from, id)
      for (const group of groupsOf(draft, id)) {
        const made = draft.elements[group]?.spec
        if (!made || graph.design.elements[group]) continue
        Object.assign(made, {
          TargetType: type,
          VpcId: vpcIdFor(graph, [task, ...lines.map(({ from }) => from)]),
        })
      }
      standIn(draft, task, id, new Set(lines.map((line) => line.id)))
    },
  }
}

/** A target group of the right type, or a load balancer that takes a new one. */
function isReady(graph: Graph, id: string): boolean {
  const kind = kindOfBalancer(graph, id)
  if (kind === undefined) return graph.design.elements[id]?.kind === targetGroup.kind
  return kind === 'application'
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
function standIn(draft: DesignDraft, task: string, id: string, done: ReadonlySet<string>): void {
  for (const [key, connection] of Object.entries(draft.connections)) {
    if (done.has(key)) delete draft.connections[key]
    else if (connection.from === task) connection.from = id
    else if (connection.to === task) connection.to = id
  }
  for (const element of Object.values(draft.elements)) if (element.inside === task) element.inside = id
  delete draft.elements[task]
  delete draft.layout[task]
}
