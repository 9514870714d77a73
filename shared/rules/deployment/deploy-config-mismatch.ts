import { membersOfStrategy } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { say } from '../../texts/text'
import { behindBalancer, onFargate } from '../examples'
import { removeMember } from '../fixes'
import { isAbsent } from '../reading'
import { strategyOf } from '../rollout'
import { defineRule } from '../rule'

const members = Object.entries(membersOfStrategy)

export const deployConfigMismatch = defineRule({
  id: 'deploy-config-mismatch',
  severity: 'error',
  on: [serviceKind],
  needs: ['/deploymentConfiguration'],
  title: 'Settings of a strategy stand only beside that strategy',
  message: '{member} belongs to the strategy {wanted}, and this service has {strategy}; remove it.',
  why: 'Each of these settings means something to one strategy only. ECS does not ignore it beside another one, but refuses the request, since it can’t tell which of the two is meant.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:RequiresCanaryConfigurationRequires', checked: '2026-11-21' },
    { ref: 'CDK:RequiresLinearConfigurationRequires', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    const strategy = strategyOf(spec)
    if (strategy === undefined || !spec.deploymentConfiguration) return
    for (const [member, wanted] of members) {
      if (wanted === strategy || isAbsent(spec.deploymentConfiguration[member])) continue
      // Criteria that are turned off are what AWS prints of a service that has none.
      if (isOff(spec.deploymentConfiguration[member])) continue
      const at = `/deploymentConfiguration/${member}`
      report({ at, values: { member, wanted, strategy }, fix: removeMember(say`Remove ${member}`, id, at) })
    }
  },
  examples: () => ({
    valid: {
      'a canary’s settings with CANARY': behindBalancer({
        deploymentConfiguration: { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 5 } },
      }),
      'early success with the strategy left out, which means ROLLING': onFargate({
        deploymentConfiguration: {
          earlySuccessCriteria: {
            enable: true,
            healthyPercent: 100,
            sourceServiceRevisionCleanup: 'BLOCKING',
          },
        },
      }),
      'early success that is turned off': behindBalancer({
        deploymentConfiguration: { strategy: 'LINEAR', earlySuccessCriteria: { enable: false } },
      }),
      'a strategy that is not known yet': onFargate({
        deploymentConfiguration: { strategy: '<Strategy>', canaryConfiguration: { canaryPercent: 5 } },
      }),
    },
    invalid: {
      'a canary’s settings in a rolling update': {
        design: onFargate({ deploymentConfiguration: { canaryConfiguration: { canaryPercent: 5 } } }),
        element: 'web',
        at: '/deploymentConfiguration/canaryConfiguration',
      },
      'linear settings with CANARY': {
        design: behindBalancer({
          deploymentConfiguration: { strategy: 'CANARY', linearConfiguration: { stepPercent: 10 } },
        }),
        element: 'web',
        at: '/deploymentConfiguration/linearConfiguration',
      },
      'early success with blue/green': {
        design: behindBalancer({
          deploymentConfiguration: {
            strategy: 'BLUE_GREEN',
            bakeTimeInMinutes: 5,
            earlySuccessCriteria: {
              enable: true,
              healthyPercent: 100,
              sourceServiceRevisionCleanup: 'DEFERRED',
            },
          },
        }),
        element: 'web',
        at: '/deploymentConfiguration/earlySuccessCriteria',
      },
    },
  }),
})

function isOff(settings: unknown): boolean {
  return (settings as { readonly enable?: unknown }).enable === false
}
