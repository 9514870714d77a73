/** Of a design for Kubernetes alone, the formats of ECS write what its workloads would be there. */
import { convertedToEcs } from '../convert/converted'
import type { Design } from '../design/design'
import { taskDefinition } from '../elements/task-definition'
import { elementsOfKind, graphOf } from '../graph/graph'
import type { Exported, ExportNote } from './format'

/** What is written: a design, and what its workloads lose on ECS. */
type Write = (design: Design, losses: readonly ExportNote[]) => Exported

/** Writes the design as it is, or as it would be on ECS; notes name elements that are drawn. */
export function onEcs(write: Write): (drawn: Design) => Exported {
  return (drawn) => {
    if (elementsOfKind(graphOf(drawn), taskDefinition.kind).length > 0) return write(drawn, [])
    const { design, converted, origins, notes: losses } = convertedToEcs(drawn)
    if (converted.size === 0) return write(drawn, [])
    const kept = Object.entries(design.elements).filter(([id]) => !converted.has(id))
    const { files, notes } = write({ ...design, elements: Object.fromEntries(kept) }, losses)
    if (files.length === 0) return { files, notes }
    const text = 'The design runs its workloads on Kubernetes. This is what they would be on ECS.'
    return { files, notes: [{ code: 'converted', text }, ...notes.map((note) => ofDrawn(note, origins))] }
  }
}

/** What was made is in nobody's drawing. */
export function ofDrawn(note: ExportNote, origins: ReadonlyMap<string, string>): ExportNote {
  const { element } = note
  return element === undefined ? note : { ...note, element: origins.get(element) ?? element }
}
