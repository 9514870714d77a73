import { controllers, strategies } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { behindBalancer, onFargate } from '../examples'
import { oneOfValues, reportBreaches } from '../limits'
import { defineRule } from '../rule'

export const deployControllerValue = defineRule({
  id: 'deploy-controller-value',
  severity: 'error',
  on: [serviceKind],
  needs: ['/deploymentController', '/deploymentConfiguration'],
  title: 'Deployment controller and strategy are ones that ECS has',
  message: '“{value}” is no deployment controller; use one of {values}.',
  variants: { strategy: '“{value}” is no deployment strategy; use one of {values}.' },
  why: 'The controller says who carries out a deployment: ECS itself, CodeDeploy, or a tool of your own. The strategy says how ECS does it. CreateService refuses any other value.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentController.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check(context) {
    if (!context.spec.deploymentController && !context.spec.deploymentConfiguration) return
    reportBreaches(context, '/deploymentController/type', oneOfValues(controllers), {
      values: { values: controllers.join(', ') },
    })
    reportBreaches(context, '/deploymentConfiguration/strategy', oneOfValues(strategies), {
      values: { values: strategies.join(', ') },
      variant: 'strategy',
    })
  },
  examples: () => ({
    valid: {
      'a rolling update by ECS': onFargate({
        deploymentController: { type: 'ECS' },
        deploymentConfiguration: { strategy: 'ROLLING' },
      }),
      'nothing said, which means just that': onFargate({}),
      'a placeholder': onFargate({ deploymentController: { type: '<DeploymentController>' } }),
    },
    invalid: {
      'a controller without its underscore': {
        design: behindBalancer({ deploymentController: { type: 'CodeDeploy' } }),
        element: 'web',
        at: '/deploymentController/type',
      },
      'a controller of another name': {
        design: onFargate({ deploymentController: { type: 'JENKINS' } }),
        element: 'web',
        at: '/deploymentController/type',
      },
      'a strategy without its underscore': {
        design: onFargate({
          deploymentConfiguration: { strategy: 'BLUEGREEN', bakeTimeInMinutes: 5 },
        }),
        element: 'web',
        at: '/deploymentConfiguration/strategy',
      },
    },
  }),
})
