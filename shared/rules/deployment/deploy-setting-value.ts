import {
  hookTargets,
  lifecycleStages,
  revisionCleanups,
  thresholdTypes,
  timeoutActions,
} from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { onFargate } from '../examples'
import { oneOfValues, reportBreaches } from '../limits'
import { defineRule } from '../rule'

const HOOKS = '/deploymentConfiguration/lifecycleHooks'
const CLEANUP = '/deploymentConfiguration/earlySuccessCriteria/sourceServiceRevisionCleanup'
const THRESHOLD = '/deploymentConfiguration/deploymentCircuitBreaker/thresholdConfiguration/type'

/** Where a setting stands, and what it may be. */
const settings: readonly (readonly [path: string, values: readonly string[]])[] = [
  [`${HOOKS}/*/targetType`, hookTargets],
  [`${HOOKS}/*/lifecycleStages/*`, lifecycleStages],
  [`${HOOKS}/*/timeoutConfiguration/action`, timeoutActions],
  [THRESHOLD, thresholdTypes],
  [CLEANUP, revisionCleanups],
]

export const deploySettingValue = defineRule({
  id: 'deploy-setting-value',
  severity: 'error',
  on: [serviceKind],
  needs: ['/deploymentConfiguration'],
  title: 'Settings of a deployment are words that ECS knows',
  message: 'ECS does not know “{value}” here; use one of {values}.',
  why: 'The type and the stages of a lifecycle hook, what its timeout does, how the circuit breaker counts and when old tasks go are fixed words, and ECS refuses all others.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html',
      checked: '2026-11-26',
    },
    { ref: 'API:DeploymentCircuitBreaker.thresholdConfiguration', checked: '2026-11-26' },
    { ref: 'API:DeploymentEarlySuccessCriteria.sourceServiceRevisionCleanup', checked: '2026-11-26' },
  ],
  check(context) {
    if (!context.spec.deploymentConfiguration) return
    for (const [path, values] of settings) {
      reportBreaches(context, path, oneOfValues(values), { values: { values: values.join(', ') } })
    }
  },
  examples: () => ({
    valid: {
      'a pause of at most an hour': hooked({
        targetType: 'PAUSE',
        lifecycleStages: ['POST_SCALE_UP'],
        timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
      }),
      'a threshold and a clean-up': onFargate({
        deploymentConfiguration: {
          deploymentCircuitBreaker: {
            enable: true,
            rollback: true,
            thresholdConfiguration: { type: 'COUNT', value: 5 },
          },
          earlySuccessCriteria: {
            enable: true,
            healthyPercent: 100,
            sourceServiceRevisionCleanup: 'DEFERRED',
          },
        },
      }),
      'a placeholder': hooked({ targetType: 'PAUSE', lifecycleStages: ['<stage>'] }),
    },
    invalid: {
      'a stage of CodeDeploy': {
        design: hooked({ targetType: 'PAUSE', lifecycleStages: ['BeforeAllowTraffic'] }),
        element: 'web',
        at: `${HOOKS}/0/lifecycleStages/0`,
      },
      'a type in lower case': {
        design: hooked({ targetType: 'pause', lifecycleStages: ['POST_SCALE_UP'] }),
        element: 'web',
        at: `${HOOKS}/0/targetType`,
      },
      'a way of counting that is none': {
        design: onFargate({
          deploymentConfiguration: {
            deploymentCircuitBreaker: {
              enable: true,
              rollback: true,
              thresholdConfiguration: { type: 'PERCENT', value: 5 },
            },
          },
        }),
        element: 'web',
        at: THRESHOLD,
      },
    },
  }),
})

function hooked(hook: Readonly<Record<string, unknown>>) {
  return onFargate({
    deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5, lifecycleHooks: [hook] },
    serviceConnectConfiguration: { enabled: true, namespace: 'internal' },
  })
}
