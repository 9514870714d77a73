/** The network modes that a task definition is to be judged by. */
import { systemOf } from '../../aws/facts/fargate-sizes'
import { takesNetworkMode } from '../../aws/facts/network-modes'
import type { Graph } from '../../graph/graph'
import { query } from '../../graph/query'
import { launchTypesOf } from '../../graph/runs'
import { definitionAt, isKnown, networkModeOf, type TaskDefinitionSpec } from '../reading'

/**
 * The modes that the tasks of a definition get, over all ways in which it is run. A written mode that no launch type has
 * is left out: then the mode itself is wrong, and nothing can be said about what goes with it.
 */
export const networkModesOf: (graph: Graph, id: string) => ReadonlySet<string> = query(
  (graph, id: string) => {
    const spec = definitionAt(graph, id)
    const modes = new Set<string>()
    if (!spec) return modes
    const launches = launchTypesOf(graph, id)
    const system = systemOf(spec.runtimePlatform?.operatingSystemFamily)
    for (const launch of launches) {
      const mode = networkModeOf(spec, launch)
      if (mode !== undefined && takesNetworkMode(launch, system, mode)) modes.add(mode)
    }
    // Nothing says how it is run: EC2 takes every mode that the operating system has.
    const written = launches.size === 0 ? spec.networkMode : undefined
    if (isKnown(written) && takesNetworkMode('EC2', system, written)) modes.add(written)
    return modes
  },
)

/**
 * The modes by which a member that goes with some only is judged: the one that is written, even where no launch type has
 * it, else what each launch type takes for it; undefined where that can't be told.
 */
export function judgedModes(
  graph: Graph,
  id: string,
  spec: TaskDefinitionSpec,
): readonly (string | undefined)[] {
  if (isKnown(spec.networkMode)) return [spec.networkMode]
  return [...launchTypesOf(graph, id)].map((launch) => networkModeOf(spec, launch))
}
