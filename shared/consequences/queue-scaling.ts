import { sqsQueue } from '../elements/sqs-queue'
import { type Graph, incoming, nameOf } from '../graph/graph'
import { runsOf } from '../graph/runs'
import { addBacklogPolicy, BACKLOG_PER_TASK } from '../rules/fixes-scaling'
import { say } from '../texts/text'
import { type Consequence, defineConsequences } from './consequence'

const SCALING =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html'

/** A queue offers to scale the services that work it off by the length of the queue. */
export const queueScaling = defineConsequences({
  meanings: ['feeds'],
  follow({ graph, line }) {
    if (graph.element(line.from)?.kind !== sqsQueue.kind) return []
    return servicesBehind(graph, line.to)
      .filter((id) => incoming(graph, id, 'scales').length === 0)
      .map((id) => backlogScaling(graph, line.from, id))
  },
})

function servicesBehind(graph: Graph, id: string): readonly string[] {
  const kind = graph.element(id)?.kind
  if (kind === 'service') return [id]
  return runsOf(graph, id).flatMap((run) => (run.kind === 'service' ? [run.runner] : []))
}

function backlogScaling(graph: Graph, queue: string, service: string): Consequence {
  return {
    id: `scale-${service}`,
    title: say`Scale “${nameOf(graph, service)}” by the messages that wait in “${nameOf(graph, queue)}”`,
    reason: say`A worker’s load is its backlog, not its CPU: about ${BACKLOG_PER_TASK} waiting messages a task, to be adjusted.`,
    source: SCALING,
    offered: true,
    apply: (draft) => addBacklogPolicy(draft, queue, service),
  }
}
