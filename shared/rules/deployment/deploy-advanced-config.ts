import { deploymentTypes } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { behindBalancer, registered } from '../examples'
import { isAbsent } from '../reading'
import { controllerOf, strategyOf } from '../rollout'
import { defineRule } from '../rule'
import { completeForShift, missingForShift } from './shift-traffic'

const advanced = {
  alternateTargetGroupArn:
    'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/green/0123456789abcdef',
  productionListenerRule:
    'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/web/0123456789abcdef/0123456789abcdef/0123456789abcdef',
  roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRoleForLoadBalancers',
}

export const deployAdvancedConfig = defineRule({
  id: 'deploy-advanced-config',
  severity: 'error',
  on: [serviceKind],
  needs: ['/deploymentConfiguration'],
  title: 'Moving traffic behind a load balancer takes a second target group, a listener rule and a role',
  message:
    '{strategy} behind a load balancer needs {missing} in advancedConfiguration, so that ECS can move the traffic.',
  why: 'ECS registers the new revision with the alternate target group and then changes the weights in the production listener rule. For that it must know both, and have a role that may change the load balancer.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AdvancedConfiguration.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, element, spec, report }) {
    const strategy = strategyOf(spec)
    if (controllerOf(spec) !== 'ECS' || !strategy || !deploymentTypes[strategy].shiftsTraffic) return
    spec.loadBalancers?.forEach(({ targetGroupArn }, index) => {
      const missing = isAbsent(targetGroupArn) ? [] : missingForShift(element, index)
      if (missing.length === 0) return
      report({
        at: `/loadBalancers/${index}/advancedConfiguration`,
        values: { strategy, missing: missing.join(', ') },
        fix: {
          title: 'Add what ECS needs to move the traffic',
          apply: (draft) => completeForShift(draft, id, index),
        },
      })
    })
  },
  examples: () => ({
    valid: {
      'all three': blueGreen({ advancedConfiguration: advanced }),
      'a placeholder for the listener rule': blueGreen({
        advancedConfiguration: { ...advanced, productionListenerRule: '<production-listener-rule-arn>' },
      }),
      'a rolling update': behindBalancer({ deploymentConfiguration: { strategy: 'ROLLING' } }),
    },
    invalid: {
      'nothing of it': {
        design: blueGreen({}),
        element: 'web',
        at: '/loadBalancers/0/advancedConfiguration',
      },
      'no role': {
        design: blueGreen({ advancedConfiguration: { ...advanced, roleArn: '' } }),
        element: 'web',
        at: '/loadBalancers/0/advancedConfiguration',
      },
      'with the strategy LINEAR, at a target group that is not drawn': {
        design: behindBalancer({
          deploymentConfiguration: { strategy: 'LINEAR' },
          loadBalancers: [
            {
              ...registered,
              targetGroupArn:
                'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/blue/0123456789abcdef',
            },
          ],
        }),
        element: 'web',
        at: '/loadBalancers/0/advancedConfiguration',
      },
    },
  }),
})

function blueGreen(rest: Readonly<Record<string, unknown>>) {
  return behindBalancer({
    deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 },
    loadBalancers: [{ ...registered, ...rest }],
  })
}
