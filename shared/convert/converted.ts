/** A design in which all that ECS runs is a workload of Kubernetes: what the export writes. */

import { quote } from '../basics/quote'
import type { Design, Element } from '../design/design'
import { displayName, labelOf } from '../elements/kinds'
import { kubernetesWorkload } from '../elements/kubernetes-workload'
import { textAt } from '../elements/parts/reading'
import { elementsOfKind, type Graph, graphOf } from '../graph/graph'
import { runsOf } from '../graph/runs'
import { say, type Text } from '../texts/text'
import { pointerInWords } from './pointer-words'
import { toEcs } from './to-ecs'
import { type Converted, toKubernetes } from './to-kubernetes'

export interface ConvertedAll {
  /** With the workloads beside what they were made of. */
  readonly design: Design
  /** The elements that the workloads stand for. */
  readonly converted: ReadonlySet<string>
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
    for (const made of Object.keys(one.made)) taken.add(made)
    for (const { spec } of Object.values(one.made)) names.add(String(textAt(spec, '/metadata/name')))
    for (const replaced of one.replaced) converted.add(replaced)
    notes.push(...lossesOf(design, one))
  }
  return { design: { ...design, elements }, converted, notes }
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

/** A design of Kubernetes alone, in which each workload is a task: what exports for ECS write of it. */
export function convertedToEcs(design: Design): ConvertedAll {
  let whole = design
  const converted = new Set<string>()
  const notes: ConvertedAll['notes'][number][] = []
  for (const id of elementsOfKind(graphOf(design), kubernetesWorkload.kind)) {
    // Each one finds the ids of those before it taken.
    const one = toEcs(graphOf(whole), id)
    if (!one) continue
    whole = { ...whole, elements: { ...whole.elements, ...one.made } }
    for (const replaced of one.replaced) converted.add(replaced)
    notes.push(...lossesOf(design, one))
  }
  return { design: whole, converted, notes }
}
