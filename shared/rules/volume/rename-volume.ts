/** Giving a volume another name, with everything that knows it by its name. */
import { quote } from '../../basics/quote'
import type { DesignDraft } from '../../design/edit'
import { objectsAt } from '../../elements/parts/reading'
import { type Graph, incoming } from '../../graph/graph'
import { say } from '../../texts/text'
import type { Fix } from '../rule'

/**
 * Renames a volume of a task definition. Its mount points, and what services and tasks say about it, follow unless
 * another volume has the old name, too.
 */
export function renameVolume(graph: Graph, taskDefinition: string, index: number, to: string): Fix {
  const runners = incoming(graph, taskDefinition, 'runs').map(({ from }) => from)
  return {
    title: say`Call the volume ${quote(to)}`,
    apply: (draft) => {
      const spec = draft.elements[taskDefinition]?.spec
      const volumes = objectsAt(spec, '/volumes')
      const volume = volumes.find(([at]) => at === index)?.[1]
      if (!volume || volume.name === to) return
      const old: unknown = volume.name
      volume.name = to
      if (old === undefined || volumes.some(([at, other]) => at !== index && other.name === old)) return
      for (const [, container] of objectsAt(spec, '/containerDefinitions')) {
        for (const [, point] of objectsAt(container, '/mountPoints')) {
          if (point.sourceVolume === old) point.sourceVolume = to
        }
      }
      for (const runner of runners) renameConfiguration(draft, runner, old, to)
    },
  }
}

function renameConfiguration(draft: DesignDraft, runner: string, old: unknown, to: string): void {
  for (const [, configuration] of objectsAt(draft.elements[runner]?.spec, '/volumeConfigurations')) {
    if (configuration.name === old) configuration.name = to
  }
}
