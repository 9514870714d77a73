import type { Graph } from '../../graph/graph'
import { type LaunchType, launchOf } from '../../graph/runs'

const launchNames: Readonly<Record<LaunchType, string>> = {
  EC2: 'EC2',
  FARGATE: 'Fargate',
  EXTERNAL: 'External',
  MANAGED_INSTANCES: 'Managed Instances',
}

/** What a service or task runs on, in the console's words; undefined where the drawing does not say. */
export function launchName(graph: Graph, id: string): string | undefined {
  const launch = launchOf(graph, id)
  return launch && launchNames[launch]
}
