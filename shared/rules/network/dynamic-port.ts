/** Dynamic host ports: the mend for every host port of bridge mode that should not be fixed. */
import type { Graph } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { frontsOf } from '../../graph/traffic'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { wantsFixedPort } from '../load-balancing/target-groups'
import type { PlacedMapping } from '../ports'
import type { Fix } from '../rule'

type Place = Pick<PlacedMapping, 'at' | 'index' | 'mapping'>

/** Sets a host port to 0. No fix where somebody counts on the fixed port. */
export function dynamicPortFix(graph: Graph, taskDefinition: string, place: Place): { readonly fix?: Fix } {
  const { at, mapping } = place
  const counted = runsOf(graph, taskDefinition).some(({ runner }) =>
    frontsOf(graph, runner).some(
      (front) => front.container === place.index && front.mapping === mapping && wantsFixedPort(graph, front),
    ),
  )
  if (counted) return {}
  const title = say`Set host port ${mapping.hostPort ?? 0} to 0, so that Docker picks a free one`
  return { fix: setMembers(title, taskDefinition, { [`${at}/hostPort`]: 0 }) }
}
