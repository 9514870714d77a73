import { service as serviceKind } from '../../elements/service'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { behindBalancer, marked, onEc2, onFargate } from '../examples'
import { addBacklogPolicy, addCpuPolicy, CPU_TARGET, FIRST_LIMITS } from '../fixes-scaling'
import { isAbsent } from '../reading'
import { schedulingOf } from '../rollout'
import { defineRule, type Fix } from '../rule'
import { fed, scaled } from './examples'
import { policiesOf, queuesOf } from './policies'

export const scaleMissing = defineRule({
  id: 'scale-missing',
  severity: 'advice',
  on: [serviceKind],
  title: 'A service that gets work from outside grows and shrinks with it',
  message: '“{service}” has a fixed number of tasks; add service auto scaling, so that it follows its load.',
  variants: {
    queue:
      '“{service}” has a fixed number of tasks, however long queue “{queue}” grows; scale it by the messages that wait for each task.',
  },
  why: 'ECS keeps the desired count and changes it never by itself: too few tasks are slow, too many are paid for. A scaling policy moves the count between two limits.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:service-scaling-and-updates', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    // Of a service that exists the policies may not be drawn; a daemon and an external instance have none.
    if (element.existing || schedulingOf(spec) !== 'REPLICA' || spec.launchType === 'EXTERNAL') return
    if (isAbsent(spec.loadBalancers) && !isFed(graph, id)) return
    if (policiesOf(graph, id).length > 0) return
    const [queue] = isAbsent(spec.loadBalancers) ? queuesOf(graph, id) : []
    report({
      at: '',
      values: { service: nameOf(graph, id), queue: queue === undefined ? '' : nameOf(graph, queue) },
      ...(queue !== undefined && { variant: 'queue' }),
      fix: queue === undefined ? byCpu(graph, id) : byBacklog(graph, queue, id),
    })
  },
  examples: () => ({
    valid: {
      'with a policy': scaled(behindBalancer()),
      'nothing sends to it': onFargate(),
      'a daemon': onEc2({ schedulingStrategy: 'DAEMON', desiredCount: undefined, loadBalancers: [{}] }),
      'a service that exists': marked(behindBalancer(), 'web', { existing: { serviceName: 'web' } }),
    },
    invalid: {
      'behind a load balancer': { design: behindBalancer(), element: 'web', at: '' },
      'behind a load balancer, with one task': {
        design: behindBalancer({ desiredCount: 1 }),
        element: 'web',
        at: '',
      },
      'behind a load balancer, with many tasks': {
        design: behindBalancer({ desiredCount: 20 }),
        element: 'web',
        at: '',
      },
      'fed by a queue': { design: fed(onFargate()), element: 'web', at: '' },
    },
  }),
})

function isFed(graph: Graph, service: string): boolean {
  const definition = runOf(graph, service)?.taskDefinition
  return [service, definition].some((id) => id !== undefined && incoming(graph, id, 'feeds').length > 0)
}

function byCpu(graph: Graph, service: string): Fix {
  const { min, max } = FIRST_LIMITS
  return {
    title: say`Scale “${nameOf(graph, service)}” between ${min} and ${max} tasks at ${CPU_TARGET} percent CPU`,
    apply: (draft) => addCpuPolicy(draft, service),
  }
}

function byBacklog(graph: Graph, queue: string, service: string): Fix {
  return {
    title: say`Scale “${nameOf(graph, service)}” by the messages that wait in “${nameOf(graph, queue)}”`,
    apply: (draft) => addBacklogPolicy(draft, queue, service),
  }
}
