/** Strategies that move traffic, on services that get none. */
import { deploymentTypes } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { behindBalancer, onFargate } from '../examples'
import { isUnknownAt } from '../reading'
import type { ServiceSpec } from '../rollout'
import { deploymentTypeOf, getsTraffic } from '../rollout'
import { defineRule, type RuleContext, ruleFamily } from '../rule'
import { rollingFix } from './to-rolling'

const STRATEGY = '/deploymentConfiguration/strategy'

const serviceConnect = { serviceConnectConfiguration: { enabled: true, namespace: 'internal' } }

/** CodeDeploy without a load balancer is `deploy-codedeploy-lb`. */
function reportIdle(
  { id, element, spec, report }: RuleContext<ServiceSpec>,
  without: 'pointless' | 'no',
): void {
  const type = deploymentTypeOf(spec)
  if (type === undefined || type === 'CODE_DEPLOY' || getsTraffic(spec)) return
  if (isUnknownAt(element, '/loadBalancers')) return
  if (deploymentTypes[type].withoutTraffic !== without) return
  report({ at: STRATEGY, values: { deployment: deploymentTypes[type].name }, fix: rollingFix(id) })
}

export const deployWithoutTraffic = ruleFamily([
  defineRule({
    id: 'deploy-headless',
    severity: 'warning',
    on: [serviceKind],
    needs: ['/deploymentController', '/deploymentConfiguration'],
    yieldsTo: ['service-daemon-controller'],
    title: 'Blue/green is of little use to a service without traffic',
    message:
      '{deployment} has no traffic to move here: add a load balancer or Service Connect, or use ROLLING.',
    why: 'Without a load balancer, Service Connect or VPC Lattice ECS starts the new revision beside the old one, doubling the tasks, but it has nothing that it could shift or shift back.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html',
        checked: '2026-11-21',
      },
    ],
    check(context) {
      reportIdle(context, 'pointless')
    },
    examples: () => ({
      valid: {
        'with Service Connect': onFargate({
          deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 },
          ...serviceConnect,
        }),
        'a worker with a rolling update': onFargate(),
      },
      invalid: {
        'a worker with blue/green': {
          design: onFargate({ deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 } }),
          element: 'web',
          at: STRATEGY,
        },
      },
    }),
  }),
  defineRule({
    id: 'deploy-progressive-needs-traffic',
    severity: 'error',
    on: [serviceKind],
    needs: ['/deploymentController', '/deploymentConfiguration'],
    yieldsTo: ['service-daemon-controller'],
    title: 'Linear and canary deployments need traffic to move',
    message:
      '{deployment} moves traffic step by step, and nothing sends this service any: add a load balancer or Service Connect, or use ROLLING.',
    why: 'Both strategies divide the requests between the old revision and the new one. That takes a load balancer, Service Connect or VPC Lattice in front of the tasks.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deploy-linear-service.html',
        checked: '2026-11-26',
      },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deploy-canary-service.html',
        checked: '2026-11-26',
      },
    ],
    check(context) {
      reportIdle(context, 'no')
    },
    examples: () => ({
      valid: {
        'a canary deployment behind a load balancer': behindBalancer({
          deploymentConfiguration: { strategy: 'CANARY' },
        }),
        'a linear deployment with Service Connect': onFargate({
          deploymentConfiguration: { strategy: 'LINEAR' },
          ...serviceConnect,
        }),
        'CodeDeploy, for which deploy-codedeploy-lb asks': onFargate({
          deploymentController: { type: 'CODE_DEPLOY' },
        }),
      },
      invalid: {
        'a worker with CANARY': {
          design: onFargate({
            deploymentConfiguration: { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 5 } },
          }),
          element: 'web',
          at: STRATEGY,
        },
        'Service Connect that is turned off': {
          design: onFargate({
            deploymentConfiguration: { strategy: 'LINEAR' },
            serviceConnectConfiguration: { enabled: false },
          }),
          element: 'web',
          at: STRATEGY,
        },
      },
    }),
  }),
])
