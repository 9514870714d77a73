import { percentLimits } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { onFargate } from '../examples'
import { setMembers } from '../fixes'
import { isWritten } from '../reading'
import { deploymentTypeOf, percentsOf } from '../rollout'
import { defineRule } from '../rule'

const CRITERIA = '/deploymentConfiguration/earlySuccessCriteria'
const PERCENT = `${CRITERIA}/healthyPercent`
const CLEANUP = `${CRITERIA}/sourceServiceRevisionCleanup`

export const deployEarlySuccess = defineRule({
  id: 'deploy-early-success',
  severity: 'error',
  on: [serviceKind],
  needs: ['/deploymentConfiguration'],
  title: 'Early success says which share of healthy tasks is enough, and when the old ones go',
  message: 'Say which percentage of healthy tasks ends the deployment.',
  variants: {
    range: 'The healthy percentage is {percent}; give a whole number from {from} to {to}.',
    low: 'The deployment would end at {percent} % healthy tasks, and the service needs {minimum} % all the time; raise it to {minimum} or more.',
    cleanup: 'Say whether the end of the deployment waits for the old tasks to go: BLOCKING or DEFERRED.',
  },
  why: 'With early success a rolling update counts as done when enough new tasks are healthy. ECS then needs both settings, and a share below minimumHealthyPercent would call a service done that runs too few tasks.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    const { earlySuccessCriteria: criteria } = spec.deploymentConfiguration ?? {}
    if (criteria?.enable !== true || deploymentTypeOf(spec) !== 'ROLLING') return
    if (!isWritten(element, CLEANUP)) {
      report({
        at: CLEANUP,
        variant: 'cleanup',
        fix: setMembers('Wait for the old tasks', id, { [CLEANUP]: 'BLOCKING' }),
      })
    }
    const percents = percentsOf(element, spec)
    const fix = setMembers('Set the healthy percentage to 100', id, { [PERCENT]: 100 })
    const { from, to } = percentLimits.minimum
    const percent = criteria.healthyPercent
    if (percent === undefined) {
      if (!isWritten(element, PERCENT)) report({ at: PERCENT, fix })
    } else if (percent < from || percent > to) {
      report({ at: PERCENT, values: { percent, from, to }, variant: 'range', fix })
    } else if (percents && percent < percents.minimum) {
      report({ at: PERCENT, values: { percent, minimum: percents.minimum }, variant: 'low', fix })
    }
  },
  examples: () => ({
    valid: {
      'just the minimum': criteria({ healthyPercent: 100, sourceServiceRevisionCleanup: 'BLOCKING' }),
      'less, with a lower minimum': criteria(
        { healthyPercent: 50, sourceServiceRevisionCleanup: 'DEFERRED' },
        { minimumHealthyPercent: 50 },
      ),
      'turned off': criteria({ enable: false }),
      placeholders: criteria({ healthyPercent: '<Healthy>', sourceServiceRevisionCleanup: '<CleanUp>' }),
    },
    invalid: {
      'no percentage': {
        design: criteria({ sourceServiceRevisionCleanup: 'BLOCKING' }),
        element: 'web',
        at: PERCENT,
      },
      'no clean-up': { design: criteria({ healthyPercent: 100 }), element: 'web', at: CLEANUP },
      'more than all tasks': {
        design: criteria({ healthyPercent: 150, sourceServiceRevisionCleanup: 'BLOCKING' }),
        element: 'web',
        at: PERCENT,
      },
      'less than the minimum, which is 100 when left out': {
        design: criteria({ healthyPercent: 50, sourceServiceRevisionCleanup: 'BLOCKING' }),
        element: 'web',
        at: PERCENT,
      },
    },
  }),
})

function criteria(settings: Readonly<Record<string, unknown>>, rest: Readonly<Record<string, unknown>> = {}) {
  return onFargate({
    deploymentConfiguration: { ...rest, earlySuccessCriteria: { enable: true, ...settings } },
  })
}
