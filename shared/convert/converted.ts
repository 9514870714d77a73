/** A design in which all that one side runs is what the other would run: what exports write. */

import { toText } from '../basics/convert'
import { quote } from '../basics/quote'
import { freeIds } from '../basics/slug'
import type { Design, Element } from '../design/design'
import { refer } from '../design/references'
import { takenIds } from '../design/taken-ids'
import { cluster } from '../elements/cluster'
import { eksCluster } from '../elements/eks-cluster'
import { displayName, labelOf, writtenName } from '../elements/kinds'
import { kubernetesWorkload } from '../elements/kubernetes-workload'
import { textAt } from '../elements/parts/reading'
import { elementsOfKind, type Graph, graphOf } from '../graph/graph'
import { eksClusterOf } from '../graph/pods'
import { runsOf } from '../graph/runs'
import { say, type Text } from '../texts/text'
import { pointerInWords } from './pointer-words'
import { toEcs } from './to-ecs'
import { type Converted, toKubernetes } from './to-kubernetes'

export interface ConvertedAll {
  /** With what was made beside what it was made of. */
  readonly design: Design
  /** The elements that the made ones stand for. */
  readonly converted: ReadonlySet<string>
  /** By the id of what was made: the drawn element that it was made of. */
  readonly origins: ReadonlyMap<string, string>
  readonly notes: readonly { readonly code: string; readonly text: Text; readonly element: string }[]
}

/** Converts every service, task and definition that nothing runs. */
export function convertedAll(design: Design): ConvertedAll {
  const graph = graphOf(design)
  const elements: Record<string, Element> = { ...design.elements }
  const names = new Set(
    Object.values(design.elements).flatMap(({ kind, spec }) =>
      kind.startsWith('kubernetes-') ? (textAt(spec, '/metadata/name') ?? []) : [],
    ),
  )
  const taken = new Set<string>()
  const origins = new Map<string, string>()
  const converted = new Set<string>()
  const notes: ConvertedAll['notes'][number][] = []
  for (const id of runnersOf(graph, design)) {
    const one = toKubernetes(graph, id, { taken, names })
    if (!one) {
      const text = say`${labelOf(design.elements[id]?.kind ?? '')} ${quote(displayName(id, design.elements[id] as Element))} has no task definition, so there is nothing to write for it.`
      notes.push({ code: 'no-definition', text, element: id })
      converted.add(id)
      continue
    }
    Object.assign(elements, one.made)
    for (const made of Object.keys(one.made)) {
      taken.add(made)
      origins.set(made, id)
    }
    for (const { spec } of Object.values(one.made)) names.add(toText(textAt(spec, '/metadata/name')))
    for (const replaced of one.replaced) converted.add(replaced)
    notes.push(...lossesOf(design, one))
  }
  return { design: { ...design, elements }, converted, origins, notes }
}

/** Services, tasks, and definitions that nothing runs. */
function runnersOf(graph: Graph, { elements }: Design): readonly string[] {
  return Object.entries(elements)
    .filter(([id, { kind }]) => {
      if (kind === 'task-definition') return runsOf(graph, id).length === 0
      return kind === 'service' || kind === 'task'
    })
    .map(([id]) => id)
}

/** One sentence for each member that is lost, or means something else. */
function lossesOf(design: Design, { rows }: Converted): ConvertedAll['notes'] {
  return rows.flatMap(({ kind, element, pointer, note }) => {
    if (note === undefined) return []
    const name = quote(displayName(element, design.elements[element] as Element))
    const text = say`${pointerInWords(pointer)} of ${name}: ${note}`
    return [{ code: kind === 'lost' ? 'no-counterpart' : 'changed', text, element }]
  })
}

/** A design of Kubernetes alone as it would be on ECS: its EKS clusters are clusters, each workload a service or task. */
export function convertedToEcs(design: Design): ConvertedAll {
  const { elements: clusters, ids } = clustersFor(design)
  let whole: Design = { ...design, elements: { ...design.elements, ...clusters } }
  const converted = new Set(ids.keys())
  const origins = new Map([...ids].map(([eks, made]) => [made, eks]))
  const notes: ConvertedAll['notes'][number][] = []
  for (const id of elementsOfKind(graphOf(design), kubernetesWorkload.kind)) {
    // Each one finds the ids of those before it taken.
    const graph = graphOf(whole)
    const one = toEcs(graph, id)
    if (!one) continue
    const home = ids.get(eksClusterOf(graph, id) ?? '')
    whole = { ...whole, elements: { ...whole.elements, ...inCluster(one, home) } }
    for (const made of Object.keys(one.made)) origins.set(made, id)
    for (const replaced of one.replaced) converted.add(replaced)
    notes.push(...lossesOf(design, one))
  }
  return { design: whole, converted, origins, notes }
}

/** A cluster of ECS for each of EKS, called the same. */
function clustersFor(design: Design) {
  const made: Record<string, Element> = {}
  const ids = new Map<string, string>()
  const isTaken = takenIds(design)
  const free = freeIds((id) => isTaken(id) || Object.hasOwn(made, id))
  for (const [id, element] of Object.entries(design.elements)) {
    if (element.kind !== eksCluster.kind) continue
    const clusterId = free(`${id}-ecs`)
    made[clusterId] = { kind: cluster.kind, spec: { clusterName: writtenName(element) ?? id } }
    ids.set(id, clusterId)
  }
  return { elements: made, ids }
}

function inCluster({ made, became }: Converted, home: string | undefined): Converted['made'] {
  const runner = made[became]
  if (!runner || home === undefined) return made
  return { ...made, [became]: { ...runner, spec: { ...runner.spec, cluster: refer(home) } } }
}
