/** Some formats have a resource for one instance only, where EC2's own call starts as many as are wanted. */
import type { Deployment } from '../deployment/deployment'
import type { Design } from '../design/design'
import { graphOf, nameOf } from '../graph/graph'
import { say } from '../texts/text'
import type { ExportNote } from './format'

/** A note for each element that stands for several instances. */
export function oneInstanceNotes(design: Design, { resources }: Deployment): readonly ExportNote[] {
  return resources.flatMap(({ type, element, input }): ExportNote[] => {
    const { MaxCount: count } = input
    if (type !== 'ec2:RunInstances' || typeof count !== 'number' || count <= 1) return []
    const text = say`“${nameOf(graphOf(design), element)}” stands for ${count} instances and is written as one. Copy it as often, or draw an Auto Scaling group.`
    return [{ code: 'left-out', element, text }]
  })
}
