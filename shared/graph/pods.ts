/** Where pods of Kubernetes run: on nodes of their EKS cluster, or on Fargate if one of its profiles picks them. */
import type { z } from 'zod'
import { own } from '../basics/own'
import { fitsWildcards } from '../basics/wildcards'
import { cluster } from '../elements/cluster'
import { eksCluster } from '../elements/eks-cluster'
import { eksFargateProfile } from '../elements/eks-fargate-profile'
import { eksNodeGroup } from '../elements/eks-node-group'
import { kubernetesWorkload } from '../elements/kubernetes-workload'
import { textAt } from '../elements/parts/reading'
import { podLabels } from '../elements/parts/selector'
import { hasPlaceholder } from '../elements/view'
import { type Graph, resolved, sourcesOf } from './graph'
import { query } from './query'
import { specOf } from './spec'

export type Workload = z.output<typeof kubernetesWorkload.spec>

/** Namespace of what names none. */
export const DEFAULT_NAMESPACE = 'default'

/** The nearest cluster, of ECS or of EKS, that an element is drawn in. */
export function orchestratorOf(graph: Graph, id: string): string | undefined {
  for (let above = graph.parent.get(id); above !== undefined; above = graph.parent.get(above)) {
    const kind = graph.element(above)?.kind
    if (kind === cluster.kind || kind === eksCluster.kind) return above
  }
  return undefined
}

/** The EKS cluster that a workload is drawn in. */
export function eksClusterOf(graph: Graph, workload: string): string | undefined {
  const home = orchestratorOf(graph, workload)
  return home !== undefined && graph.element(home)?.kind === eksCluster.kind ? home : undefined
}

/** The workloads drawn in a cluster, at any depth. */
export const workloadsIn = query((graph, home: string): readonly string[] =>
  (graph.children.get(home) ?? []).flatMap((id) => {
    const kind = graph.element(id)?.kind
    if (kind === kubernetesWorkload.kind) return [id]
    return kind === cluster.kind || kind === eksCluster.kind ? [] : workloadsIn(graph, id)
  }),
)

/** Has an EKS cluster nodes, of a node group or of its Auto Mode? */
export function hasNodes(graph: Graph, home: string): boolean {
  if (specOf(graph, eksCluster, home)?.computeConfig?.enabled === true) return true
  return sourcesOf(graph, home, 'in-cluster', eksNodeGroup.kind).length > 0
}

/** The Fargate profiles of an EKS cluster. */
export function profilesOf(graph: Graph, home: string): readonly string[] {
  return sourcesOf(graph, home, 'in-cluster', eksFargateProfile.kind)
}

/** Does Fargate run a workload's pods? Undefined where the drawing leaves it open. */
export const isOnFargate = query((graph, workload: string): boolean | undefined => {
  const home = eksClusterOf(graph, workload)
  const manifest = specOf(graph, kubernetesWorkload, workload)
  if (home === undefined || !manifest) return false
  const answers = profilesOf(graph, home).flatMap((id) => {
    const selectors = specOf(graph, eksFargateProfile, id)?.selectors ?? []
    // What a profile without selectors picks is not drawn.
    return selectors.length === 0
      ? [undefined]
      : selectors.map((selector) => fitsPods(selector, namespaceOf(graph, workload), manifest))
  })
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
})

type Selector = NonNullable<z.output<typeof eksFargateProfile.spec>['selectors']>[number]

/** Namespace and labels both have to fit; `*` stands for any characters, `?` for one. */
function fitsPods(
  { namespace, labels = {} }: Selector,
  home: string,
  manifest: Workload,
): boolean | undefined {
  const has = podLabels(manifest)
  const answers = [
    fits(namespace, home),
    ...Object.entries(labels).map(([name, value]) => fits(value, own(has, name))),
  ]
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

function fits(pattern: string | undefined, value: unknown): boolean | undefined {
  if (pattern === undefined || typeof value !== 'string') return false
  if (hasPlaceholder(pattern) || hasPlaceholder(value)) return undefined
  return fitsWildcards(pattern, value)
}

/** The namespace that an object of Kubernetes is in. */
export function namespaceOf(graph: Graph, id: string): string {
  const written = textAt(graph.element(id)?.spec, '/metadata/namespace')
  return written === undefined ? DEFAULT_NAMESPACE : resolved(graph, written)
}
