import type { DesignDraft } from '../design/edit'
import { refer } from '../design/references'
import { scalingPolicy } from '../elements/scaling-policy'
import { sqsQueue } from '../elements/sqs-queue'
import { type Graph, incoming, nameOf } from '../graph/graph'
import { runsOf } from '../graph/runs'
import { addElement } from '../rules/fixes'
import { type Consequence, defineConsequences } from './consequence'

const SCALING =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html'

/** Messages that one task may have waiting; a start that people adjust to what a message takes. */
const BACKLOG_PER_TASK = 10

/** A queue offers to scale the services that work it off by the length of the queue. */
export const queueScaling = defineConsequences({
  meanings: ['feeds'],
  follow({ graph, line }) {
    if (graph.design.elements[line.from]?.kind !== sqsQueue.kind) return []
    return servicesBehind(graph, line.to)
      .filter((id) => incoming(graph, id, 'scales').length === 0)
      .map((id) => backlogScaling(graph, line.from, id))
  },
})

function servicesBehind(graph: Graph, id: string): readonly string[] {
  const kind = graph.design.elements[id]?.kind
  if (kind === 'service') return [id]
  return runsOf(graph, id).flatMap((run) => (run.kind === 'service' ? [run.runner] : []))
}

function backlogScaling(graph: Graph, queue: string, service: string): Consequence {
  return {
    id: `scale-${service}`,
    title: `Scale “${nameOf(graph, service)}” by the messages that wait in “${nameOf(graph, queue)}”`,
    reason: `A worker’s load is its backlog, not its CPU: about ${BACKLOG_PER_TASK} waiting messages a task, to be adjusted.`,
    source: SCALING,
    offered: true,
    apply: (draft) => addBacklogPolicy(draft, queue, service),
  }
}

/** Adds a target tracking policy on the queue's visible messages; one that is there already stays. */
export function addBacklogPolicy(draft: DesignDraft, queue: string, service: string): void {
  const resource = refer(service, 'resourceId')
  const known = Object.values(draft.elements).some(
    ({ kind, spec }) => kind === scalingPolicy.kind && spec.ResourceId === resource,
  )
  if (known || !Object.hasOwn(draft.elements, service) || !Object.hasOwn(draft.elements, queue)) return
  const name = `${service}-backlog`
  addElement(draft, name, {
    kind: scalingPolicy.kind,
    spec: {
      ...scalingPolicy.defaults(name),
      ResourceId: resource,
      MinCapacity: 0,
      MaxCapacity: 10,
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: BACKLOG_PER_TASK,
        CustomizedMetricSpecification: {
          Namespace: 'AWS/SQS',
          MetricName: 'ApproximateNumberOfMessagesVisible',
          Dimensions: [{ Name: 'QueueName', Value: refer(queue, 'name') }],
          Statistic: 'Average',
        },
      },
    },
  })
}
