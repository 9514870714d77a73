/** An ECS service, a task, or a task definition that nothing runs, as a workload of Kubernetes with all that belongs to it. */
import { own } from '../basics/own'
import { freeId } from '../basics/slug'
import type { Element, Spec } from '../design/design'
import { takenIds } from '../design/taken-ids'
import type { MutableSpec } from '../elements/kind'
import { displayName } from '../elements/kinds'
import { service as serviceKind } from '../elements/service'
import { taskDefinition } from '../elements/task-definition'
import { type Graph, resolved } from '../graph/graph'
import { launchOf, runOf, runsOf } from '../graph/runs'
import { newTracker, type Row, source, type Tracker, tellRest } from './conversion'
import { dnsLabel } from './names'
import { type Making, metadataOf } from './to-kubernetes/making'
import { pod } from './to-kubernetes/pod'
import { scaling } from './to-kubernetes/scaling'
import { runner as runnerMembers } from './to-kubernetes/service'
import { traffic } from './to-kubernetes/traffic'

export interface Converted {
  /** What was converted. */
  readonly of: string
  /** The element that it became. */
  readonly became: string
  readonly made: Readonly<Record<string, Element>>
  readonly rows: readonly Row[]
  /** The elements that the new ones stand for; nothing else needs them. */
  readonly replaced: readonly string[]
  /** Where lines of a replaced element go instead. */
  readonly redirected: Readonly<Record<string, string>>
}

/** Where the workload is made: in a namespace that is drawn, or named. */
export interface KubernetesHome {
  readonly namespace?: string
  /** Ids that are not free although the design has no such element yet. */
  readonly taken?: ReadonlySet<string>
  /** Names of objects that are taken. */
  readonly names?: ReadonlySet<string>
}

const API: Readonly<Record<string, string>> = { Deployment: 'apps/v1', DaemonSet: 'apps/v1', Job: 'batch/v1' }

/** The conversion of a service, a task or a definition; undefined while there is no definition. */
export function toKubernetes(graph: Graph, id: string, home: KubernetesHome = {}): Converted | undefined {
  const element = graph.element(id)
  const definitionId = element?.kind === taskDefinition.kind ? id : runOf(graph, id)?.taskDefinition
  const definition = definitionId === undefined ? undefined : graph.element(definitionId)
  if (!element || !definition || definitionId === undefined) return undefined
  const tracker = newTracker()
  const kind = workloadKind(element)
  const name = nameFor(graph, id, element, home)
  const making = begin(graph, { id, definitionId, kind, name }, tracker, home)
  pod(making)
  const entered =
    making.runner && element.kind === serviceKind.kind ? traffic(making, making.runner) : undefined
  if (making.runner) runnerMembers(making, making.runner)
  const policies = element.kind === serviceKind.kind ? scaling(making, id) : []
  tellRest(tracker, 'Kubernetes has no counterpart.')
  const shared = definitionId !== id && runsOf(graph, definitionId).some(({ runner }) => runner !== id)
  return {
    of: id,
    became: making.workload.id,
    made: making.made,
    rows: tracker.rows,
    replaced: [
      ...new Set([id, ...(shared ? [] : [definitionId]), ...policies, ...(entered?.replaced ?? [])]),
    ],
    redirected: {
      ...entered?.entrances,
      [id]: making.workload.id,
      ...(shared ? {} : { [definitionId]: making.workload.id }),
    },
  }
}

function workloadKind({ kind, spec }: Element): string {
  if (kind === 'task') return 'Job'
  return spec.schedulingStrategy === 'DAEMON' ? 'DaemonSet' : 'Deployment'
}

function nameFor(graph: Graph, id: string, element: Element, { names = new Set() }: KubernetesHome): string {
  const wanted = dnsLabel(resolved(graph, displayName(id, element)), 'app')
    .slice(0, 40)
    .replace(/-$/, '')
  return freeId(wanted, (taken) => names.has(taken))
}

interface Beginning {
  readonly id: string
  readonly definitionId: string
  readonly kind: string
  readonly name: string
}

function begin(
  graph: Graph,
  { id, definitionId, kind, name }: Beginning,
  tracker: Tracker,
  { namespace, taken = new Set() }: KubernetesHome,
): Making {
  const made: Record<string, Element> = {}
  const isTaken = takenIds(graph.design)
  const workloadId = freeId(name, (one) => isTaken(one) || taken.has(one))
  const manifest = manifestOf(kind, { name, namespace })
  made[workloadId] = { kind: 'kubernetes-workload', spec: manifest as Spec }
  const definition = source(tracker, definitionId, graph.element(definitionId)?.spec ?? {})
  tracker.told.get(definitionId)?.add('/family')
  const runner = id === definitionId ? undefined : source(tracker, id, graph.element(id)?.spec ?? {})
  return {
    graph,
    tracker,
    name,
    namespace,
    fargate: isFargate(graph, id, definition.spec),
    definition,
    runner,
    taken,
    made,
    workload: { id: workloadId, kind, manifest },
    pod: '/spec/template/spec',
  }
}

function isFargate(graph: Graph, id: string, definition: Spec): boolean {
  const launch = launchOf(graph, id)
  if (launch !== undefined) return launch === 'FARGATE'
  const claims = definition.requiresCompatibilities
  return Array.isArray(claims) && claims.length === 1 && claims[0] === 'FARGATE'
}

function manifestOf(
  kind: string,
  names: { readonly name: string; readonly namespace: string | undefined },
): MutableSpec {
  const labels = { app: names.name }
  const template = { metadata: { labels }, spec: kind === 'Job' ? { restartPolicy: 'Never' } : {} }
  return {
    apiVersion: own(API, kind) ?? 'apps/v1',
    kind,
    metadata: metadataOf(names, names.name),
    spec: {
      // A task that fails is not started again by ECS.
      ...(kind === 'Job' ? { backoffLimit: 0 } : { selector: { matchLabels: labels } }),
      template,
    },
  }
}
