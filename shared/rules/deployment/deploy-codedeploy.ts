/** Deployments that CodeDeploy carries out. */
import { service as serviceKind } from '../../elements/service'
import { behindBalancer, marked, onEc2, onFargate } from '../examples'
import { isWritten } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { shiftByEcs } from './shift-traffic'
import { deployByEcs } from './to-rolling'

const CONTROLLER = '/deploymentController/type'
const byCodeDeploy = { deploymentController: { type: 'CODE_DEPLOY' } }

export const deployCodedeploy = ruleFamily([
  defineRule({
    id: 'deploy-codedeploy-lb',
    severity: 'error',
    on: [serviceKind],
    needs: ['/deploymentController'],
    yieldsTo: ['service-daemon-controller'],
    title: 'CodeDeploy needs a load balancer',
    message:
      'CodeDeploy moves traffic at a load balancer, and this service has none; add one, or let ECS deploy it.',
    why: 'CodeDeploy puts old and new tasks into two target groups and switches the listener from one to the other. CreateService refuses the controller for a service without an Application or Network Load Balancer.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, report }) {
      if (spec.deploymentController?.type !== 'CODE_DEPLOY') return
      const { loadBalancers } = spec
      if (loadBalancers ? loadBalancers.length > 0 : isWritten(element, '/loadBalancers')) return
      report({
        at: CONTROLLER,
        fix: deployByEcs(id),
      })
    },
    examples: () => ({
      valid: {
        'behind an Application Load Balancer': behindBalancer(byCodeDeploy),
        'a rolling update without a load balancer': onFargate(),
        'behind a Classic Load Balancer, which deploy-classic-strategy reports': onEc2({
          ...byCodeDeploy,
          loadBalancers: [{ loadBalancerName: 'old', containerName: 'web', containerPort: 80 }],
        }),
      },
      invalid: {
        'no load balancer': { design: onFargate(byCodeDeploy), element: 'web', at: CONTROLLER },
        'an empty list': {
          design: onFargate({ ...byCodeDeploy, loadBalancers: [] }),
          element: 'web',
          at: CONTROLLER,
        },
      },
    }),
  }),
  defineRule({
    id: 'deploy-codedeploy-legacy',
    severity: 'advice',
    on: [serviceKind],
    needs: ['/deploymentController'],
    title: 'New services can do without CodeDeploy',
    message:
      'ECS does blue/green deployments by itself today; consider its strategy BLUE_GREEN instead of CodeDeploy.',
    why: 'Since July 2025 ECS moves traffic itself, with bake time, hooks and alarms. That spares the CodeDeploy application and its files, and works with Service Connect and several target groups, which CodeDeploy does not.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html',
        checked: '2026-11-21',
      },
      { ref: 'ACR:service-scaling-and-updates', checked: '2026-11-21' },
    ],
    check({ id, element, spec, report }) {
      if (spec.deploymentController?.type !== 'CODE_DEPLOY' || element.existing) return
      // Without a load balancer, or behind a Classic one, another rule has more to say.
      const entries = spec.loadBalancers ?? []
      if (entries.length === 0 || entries.some((one) => !one.targetGroupArn)) return
      report({
        at: CONTROLLER,
        fix: {
          title: 'Let ECS deploy the service with the strategy BLUE_GREEN',
          apply: (draft) => shiftByEcs(draft, id, 'BLUE_GREEN'),
        },
      })
    },
    examples: () => ({
      valid: {
        'blue/green by ECS': behindBalancer({ deploymentConfiguration: { strategy: 'BLUE_GREEN' } }),
        'a service that exists': marked(behindBalancer(byCodeDeploy), 'web', {
          existing: { serviceName: 'web' },
        }),
      },
      invalid: {
        'a new service with CodeDeploy': {
          design: behindBalancer(byCodeDeploy),
          element: 'web',
          at: CONTROLLER,
        },
      },
    }),
  }),
])
