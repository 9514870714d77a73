import { deploymentTypes } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { behindBalancer, onFargate } from '../examples'
import { isAbsent } from '../reading'
import { controllerOf, getsTraffic, strategyOf } from '../rollout'
import { defineRule } from '../rule'
import { shiftByEcs } from './shift-traffic'

export const deployStrategyController = defineRule({
  id: 'deploy-strategy-controller',
  severity: 'error',
  on: [serviceKind],
  needs: ['/deploymentController'],
  title: 'Blue/green, linear and canary strategies and hooks belong to the ECS controller',
  message:
    'Strategy {strategy} is carried out by ECS, but the deployment controller is {controller}; set the controller to ECS.',
  variants: {
    hooks:
      'Lifecycle hooks are called by ECS, but the deployment controller is {controller}; set the controller to ECS, or remove them.',
  },
  why: 'CodeDeploy and external tools replace task sets by plans of their own and know nothing of the service’s strategy or hooks. CreateService refuses the two together.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:RequiresDeploymentLifecycleHooks', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    const controller = controllerOf(spec)
    if (controller === undefined || controller === 'ECS') return
    const strategy = strategyOf(spec)
    if (strategy !== undefined && deploymentTypes[strategy].shiftsTraffic) {
      const able = controller === 'CODE_DEPLOY' && getsTraffic(spec)
      report({
        at: '/deploymentConfiguration/strategy',
        values: { strategy, controller },
        ...(able && {
          fix: {
            title: 'Set the deployment controller to ECS',
            apply: (draft) => shiftByEcs(draft, id, strategy),
          },
        }),
      })
    } else if (!isAbsent(spec.deploymentConfiguration?.lifecycleHooks)) {
      report({ at: '/deploymentConfiguration/lifecycleHooks', values: { controller }, variant: 'hooks' })
    }
  },
  examples: () => ({
    valid: {
      'ECS shifts the traffic': onFargate({
        deploymentController: { type: 'ECS' },
        deploymentConfiguration: { strategy: 'CANARY' },
      }),
      'no controller, which means ECS': onFargate({ deploymentConfiguration: { strategy: 'LINEAR' } }),
      'CodeDeploy with the percentages of ECS, which it has no use for': behindBalancer({
        deploymentController: { type: 'CODE_DEPLOY' },
        deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 200 },
      }),
      'an empty list of hooks': onFargate({
        deploymentController: { type: 'CODE_DEPLOY' },
        deploymentConfiguration: { lifecycleHooks: [] },
      }),
    },
    invalid: {
      'CodeDeploy with the strategy CANARY': {
        design: behindBalancer({
          deploymentController: { type: 'CODE_DEPLOY' },
          deploymentConfiguration: { strategy: 'CANARY' },
        }),
        element: 'web',
        at: '/deploymentConfiguration/strategy',
      },
      'an external controller with BLUE_GREEN': {
        design: onFargate({
          deploymentController: { type: 'EXTERNAL' },
          deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 },
        }),
        element: 'web',
        at: '/deploymentConfiguration/strategy',
      },
      'hooks that CodeDeploy does not call': {
        design: behindBalancer({
          deploymentController: { type: 'CODE_DEPLOY' },
          deploymentConfiguration: {
            lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] }],
          },
        }),
        element: 'web',
        at: '/deploymentConfiguration/lifecycleHooks',
      },
    },
  }),
})
