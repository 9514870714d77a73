/** Services that service auto scaling can't scale. */
import { scalingPolicy } from '../../elements/scaling-policy'
import { nameOf } from '../../graph/graph'
import { onEc2, onFargate } from '../examples'
import { schedulingOf } from '../rollout'
import { defineRule, ruleFamily } from '../rule'
import { scaled } from './examples'
import { removePolicy, scaledBy } from './policies'

const daemon = { schedulingStrategy: 'DAEMON', desiredCount: undefined }

export const unscalable = ruleFamily([
  defineRule({
    id: 'scale-daemon',
    severity: 'error',
    refusesLine: true,
    on: [scalingPolicy],
    title: 'A daemon is not scaled by a policy',
    message:
      'Daemon “{service}” runs one task on each container instance, so no policy can scale it; remove the policy.',
    why: 'The number of a daemon’s tasks follows from the number of instances: more instances are more tasks. It has no desired count that a scaling policy could change.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, graph, report }) {
      const service = scaledBy(graph, id)
      if (!service || schedulingOf(service.spec) !== 'DAEMON') return
      report({
        at: '/ResourceId',
        values: { service: nameOf(graph, service.id) },
        fix: removePolicy(graph, id),
      })
    },
    examples: () => ({
      valid: {
        'a replica service': scaled(onFargate()),
        'a daemon without a policy': onEc2(daemon),
        'a placeholder for the strategy': scaled(onEc2({ schedulingStrategy: '<strategy>' })),
      },
      invalid: {
        'a daemon with a policy': {
          design: scaled(onEc2(daemon)),
          element: 'policy',
          at: '/ResourceId',
        },
      },
    }),
  }),

  defineRule({
    id: 'scale-external',
    severity: 'error',
    refusesLine: true,
    on: [scalingPolicy],
    title: 'A service on external instances is not scaled by a policy',
    message:
      'Service auto scaling does not work for “{service}”, which runs on external instances; remove the policy.',
    why: 'External instances are machines of your own, which AWS can neither start nor stop. The developer guide excludes service auto scaling for them; set the desired count by hand.',
    sources: [
      { ref: 'CDK:AutoScalingSupportedExternalService', checked: '2026-11-21' },
      { ref: 'DG-2023:ecs-anywhere', checked: '2026-11-26' },
    ],
    check({ id, graph, report }) {
      const service = scaledBy(graph, id)
      if (service?.spec.launchType !== 'EXTERNAL') return
      report({
        at: '/ResourceId',
        values: { service: nameOf(graph, service.id) },
        fix: removePolicy(graph, id),
      })
    },
    examples: () => ({
      valid: {
        'on EC2': scaled(onEc2()),
        'no policy': onEc2({ launchType: 'EXTERNAL' }, { requiresCompatibilities: ['EXTERNAL'] }),
      },
      invalid: {
        'a policy': {
          design: scaled(onEc2({ launchType: 'EXTERNAL' }, { requiresCompatibilities: ['EXTERNAL'] })),
          element: 'policy',
          at: '/ResourceId',
        },
      },
    }),
  }),
])
