/** Puts a conversion into the design: what is made takes the place of what it was made of. */

import { valueAt } from '../basics/json'
import { freeId } from '../basics/slug'
import type { Design, Element, StoredConnection } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { refer, referencesIn } from '../design/references'
import { takenIds } from '../design/taken-ids'
import { cluster } from '../elements/cluster'
import { eksCluster } from '../elements/eks-cluster'
import { kindOf } from '../elements/kinds'
import { kubernetesNamespace } from '../elements/kubernetes-namespace'
import { ROLE_ANNOTATION } from '../elements/kubernetes-service-account'
import { annotation } from '../elements/parts/manifest'
import { textAt } from '../elements/parts/reading'
import { removeElements } from '../graph/connect'
import { elementsOfKind, type Graph, graphOf } from '../graph/graph'
import { hasNodes, orchestratorOf, profilesOf } from '../graph/pods'
import { launchOf, runsOf } from '../graph/runs'
import { namespaceIn } from '../graph/selected'
import { addFargateProfile, addNodeGroup } from '../rules/eks/capacity'
import { attachExecutionRole } from '../rules/fixes'
import { toEcs } from './to-ecs'
import { type Converted, toKubernetes } from './to-kubernetes'
import { accountStatement, taskStatement, trust } from './trust'

export type Side = 'ecs' | 'kubernetes'

/** The side that an element can be converted to; undefined for what has no other side. */
export function otherSide(graph: Graph, id: string): Side | undefined {
  switch (graph.element(id)?.kind) {
    case 'service':
    case 'task':
      return 'kubernetes'
    case 'task-definition':
      return runsOf(graph, id).length === 0 ? 'kubernetes' : undefined
    case 'kubernetes-workload':
      return 'ecs'
    default:
      return undefined
  }
}

/** Where it can be put: clusters of the other side, and namespaces; the nearest first. */
export function homesFor(graph: Graph, side: Side): readonly string[] {
  if (side === 'ecs') return elementsOfKind(graph, cluster.kind)
  return [...elementsOfKind(graph, eksCluster.kind), ...elementsOfKind(graph, kubernetesNamespace.kind)]
}

/** What it would become in a home; undefined while it can't be converted. */
export function conversionOf(graph: Graph, id: string, home?: string): Converted | undefined {
  if (otherSide(graph, id) === 'ecs') return toEcs(graph, id)
  const namespace =
    home !== undefined && graph.element(home)?.kind === kubernetesNamespace.kind ? refer(home) : undefined
  return toKubernetes(graph, id, namespace === undefined ? {} : { namespace })
}

export interface ConvertedDesign {
  readonly design: Design
  /** The elements that are new and have no place yet. */
  readonly added: readonly string[]
  /** What it became. */
  readonly became: string
}

/** The design with one service, task or workload converted, in a home that is made where there is none. */
export function convert(design: Design, id: string, home?: string): ConvertedDesign | undefined {
  const graph = graphOf(design)
  const converted = conversionOf(graph, id, home)
  const side = otherSide(graph, id)
  if (!converted || !side) return undefined
  const { design: after } = edit(design, (draft) => {
    for (const [made, element] of Object.entries(converted.made))
      draft.elements[made] = copyOf(element) as DesignDraft['elements'][string]
    const lines = redirected(draft, converted)
    if (side === 'kubernetes') settleInEks(draft, graph, converted, home)
    else settleInEcs(draft, graph, converted, home)
    removeElements(draft, graph, new Set(converted.replaced))
    Object.assign(draft.connections, lines)
  })
  const added = Object.keys(after.elements).filter((one) => !Object.hasOwn(design.elements, one))
  return { design: after, added, became: converted.became }
}

/** The rows keep what was made; the draft gets its own. */
function copyOf(element: Element): Element {
  return JSON.parse(JSON.stringify(element))
}

/** Lines that were drawn to what is replaced go on to what it became, where that can have such a line. */
function redirected(
  draft: DesignDraft,
  { redirected: ways, replaced }: Converted,
): Record<string, StoredConnection> {
  const goes = (id: string) => (Object.hasOwn(ways, id) ? (ways[id] as string) : id)
  const lines = new Map<string, readonly [string, StoredConnection]>()
  for (const [key, line] of Object.entries(draft.connections)) {
    if (!replaced.includes(line.from) && !replaced.includes(line.to)) continue
    const moved = { ...line, from: goes(line.from), to: goes(line.to) }
    if (moved.from === moved.to || !mayHave(draft, moved)) continue
    const name = `${moved.from} ${moved.to} ${moved.meaning}`
    if (!lines.has(name)) lines.set(name, [key, moved])
  }
  return Object.fromEntries(lines.values())
}

function mayHave(draft: DesignDraft, { from, to, meaning }: StoredConnection): boolean {
  const [source, target] = [draft.elements[from], draft.elements[to]]
  if (!source || !target) return false
  const links = kindOf(source.kind)?.links ?? []
  return links.some(
    (link) => link.meaning === meaning && (link.to.includes(target.kind) || link.to.includes('*')),
  )
}

function settleInEks(draft: DesignDraft, graph: Graph, converted: Converted, home: string | undefined): void {
  const inNamespace = home !== undefined && graph.element(home)?.kind === kubernetesNamespace.kind
  const clusterId = inNamespace
    ? orchestratorOf(graph, home)
    : (home ?? newCluster(draft, graph, converted, eksCluster.kind))
  const fargate = launchOf(graph, converted.of) === 'FARGATE'
  for (const id of Object.keys(converted.made)) {
    const element = draft.elements[id]
    if (element) element.inside = (inNamespace ? home : clusterId) ?? element.inside
  }
  trustAccounts(draft, converted)
  if (clusterId === undefined) return
  const bare =
    home === undefined || (!hasNodes(graph, clusterId) && profilesOf(graph, clusterId).length === 0)
  if (!bare) return
  const workload = draft.elements[converted.became]
  const namespace = workload ? namespaceIn(workload, draft.elements) : 'default'
  const isDaemon = workload?.spec.kind === 'DaemonSet'
  const capacity = fargate && !isDaemon ? addFargateProfile(clusterId, [namespace]) : addNodeGroup(clusterId)
  capacity.apply(draft)
  if (home === undefined) inSubnets(draft, clusterId, subnetsOf(graph, converted.of))
}

/** Where the tasks were, the pods of a new cluster are, too. */
function inSubnets(draft: DesignDraft, clusterId: string, subnets: readonly unknown[]): void {
  const made = draft.elements[clusterId]
  if (!made || subnets.length === 0) return
  made.spec.resourcesVpcConfig = { subnetIds: [...subnets] }
  for (const { kind, spec } of Object.values(draft.elements)) {
    const isCapacity = kind === 'eks-fargate-profile' || kind === 'eks-node-group'
    if (isCapacity && spec.clusterName === refer(clusterId)) spec.subnets = [...subnets]
  }
}

function subnetsOf(graph: Graph, runner: string): readonly unknown[] {
  const subnets = valueAt(graph.element(runner)?.spec, '/networkConfiguration/awsvpcConfiguration/subnets')
  return Array.isArray(subnets) ? subnets : []
}

/** A role is assumed by way of the service account from now on. */
function trustAccounts(draft: DesignDraft, { made }: Converted): void {
  for (const [id, { kind }] of Object.entries(made)) {
    const element = draft.elements[id]
    if (kind !== 'kubernetes-service-account' || !element) continue
    const role = referencesIn(textAt(element.spec, annotation(ROLE_ANNOTATION)) ?? '')[0]?.id
    const name = textAt(element.spec, '/metadata/name')
    if (role !== undefined && name !== undefined)
      trust(draft, role, accountStatement(draft, namespaceIn(element, draft.elements), name))
  }
}

function settleInEcs(draft: DesignDraft, graph: Graph, converted: Converted, home: string | undefined): void {
  const clusterId = home ?? newCluster(draft, graph, converted, cluster.kind)
  const runner = draft.elements[converted.became]
  if (runner) runner.spec.cluster = refer(clusterId)
  for (const [id, { kind }] of Object.entries(converted.made)) {
    if (kind !== 'task-definition') continue
    attachExecutionRole(draft, id)
    const role = referencesIn(textAt(draft.elements[id]?.spec, '/taskRoleArn') ?? '')[0]?.id
    if (role !== undefined) trust(draft, role, taskStatement)
  }
}

/** A cluster called like the one that it comes from. */
function newCluster(draft: DesignDraft, graph: Graph, { of }: Converted, kind: string): string {
  const from = orchestratorOf(graph, of)
  const known = from === undefined ? undefined : graph.element(from)
  const name = textAt(known?.spec, '/clusterName') ?? textAt(known?.spec, '/name') ?? 'main'
  const wanted = kind === eksCluster.kind ? `${from ?? 'main'}-eks` : `${from ?? 'main'}-ecs`
  const id = freeId(wanted, takenIds(draft))
  const spec = kind === eksCluster.kind ? { name } : { clusterName: name }
  const around = known?.inside
  draft.elements[id] = { kind, spec, ...(around === undefined ? {} : { inside: around }) }
  return id
}
