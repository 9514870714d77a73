import { service as serviceKind } from '../../elements/service'
import { onEc2, registered } from '../examples'
import { leaveTargetGroups } from '../fixes-load-balancing'
import { isAbsent } from '../reading'
import { deploymentTypeOf } from '../rollout'
import { defineRule } from '../rule'
import { bridgeBehindBalancer, differing, ELSEWHERE } from './examples'

const ENTRIES = '/loadBalancers'

export const lbExternal = defineRule({
  id: 'lb-external',
  severity: 'error',
  refusesLine: true,
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A service on external instances stands behind no load balancer',
  message:
    'Load balancers can’t reach external instances; take this service out of its target groups, or run it on EC2.',
  why: 'External instances stand in your own data center, outside the VPC in which a load balancer looks for its targets. CreateService refuses the pair; traffic has to come in by means of your own.',
  sources: [
    { ref: 'DG-2023:ecs-anywhere', checked: '2026-11-21' },
    { ref: 'CDK:ExternalServiceCannotAttached', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (spec.launchType !== 'EXTERNAL' || isAbsent(spec.loadBalancers)) return
    // Every other way to deploy moves traffic, and would ask for the load balancer again.
    const rolling = deploymentTypeOf(spec) === 'ROLLING'
    report({ at: ENTRIES, ...(rolling && { fix: leaveTargetGroups(graph, id) }) })
  },
  examples: () => ({
    valid: {
      'no load balancer': external({}),
      'an empty list': external({ loadBalancers: [] }),
      'on EC2': bridgeBehindBalancer(),
    },
    invalid: {
      'a target group': {
        design: differing(bridgeBehindBalancer(), {
          web: { launchType: 'EXTERNAL' },
          task: { requiresCompatibilities: ['EXTERNAL'] },
        }),
        element: 'web',
        at: ENTRIES,
      },
      'a target group and a service role': {
        design: external({
          loadBalancers: [{ ...registered, targetGroupArn: ELSEWHERE }],
          role: 'ecsServiceRole',
        }),
        element: 'web',
        at: ENTRIES,
      },
    },
  }),
})

function external(web: Readonly<Record<string, unknown>>) {
  return onEc2({ launchType: 'EXTERNAL', ...web }, { requiresCompatibilities: ['EXTERNAL'] })
}
