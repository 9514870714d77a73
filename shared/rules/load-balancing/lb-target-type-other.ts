import { typesWithoutTasks } from '../../aws/facts/target-types'
import { service as serviceKind } from '../../elements/service'
import { nameOf } from '../../graph/graph'
import { behindBalancer } from '../examples'
import { defineRule } from '../rule'
import { bridgeBehindBalancer, differing, GROUP } from './examples'
import { registeredGroups, targetTypeOf } from './target-groups'

export const lbTargetTypeOther = defineRule({
  id: 'lb-target-type-other',
  severity: 'error',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'Tasks are registered by address or by instance',
  message:
    'Target group “{group}” is of type {type}, which holds no tasks; give the service a group of type ip or instance.',
  why: 'A target group of type lambda holds one function, one of type alb holds one Application Load Balancer. ECS registers addresses and instances only.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (!spec.loadBalancers) return
    for (const { id: group, at } of registeredGroups(graph, id)) {
      const type = targetTypeOf(graph, group)
      if (type === undefined || !typesWithoutTasks.includes(type)) continue
      report({ at, values: { group: nameOf(graph, group), type } })
    }
  },
  examples: () => ({
    valid: { ip: behindBalancer(), instance: bridgeBehindBalancer() },
    invalid: {
      'for a Lambda function': { design: typed('lambda'), element: 'web', at: GROUP },
      'for an Application Load Balancer behind a Network one': {
        design: typed('alb'),
        element: 'web',
        at: GROUP,
      },
    },
  }),
})

function typed(TargetType: string) {
  return differing(behindBalancer(), { targets: { TargetType } })
}
