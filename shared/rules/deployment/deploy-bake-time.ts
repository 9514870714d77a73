import { service as serviceKind } from '../../elements/service'
import { say } from '../../texts/text'
import { onFargate } from '../examples'
import { setMembers } from '../fixes'
import { isWritten } from '../reading'
import { deploymentTypeOf } from '../rollout'
import { defineRule } from '../rule'
import { BAKE_MINUTES, BAKE_TIME } from './shift-traffic'

const serviceConnect = { enabled: true, namespace: 'internal' }

export const deployBakeTime = defineRule({
  id: 'deploy-bake-time',
  severity: 'error',
  on: [serviceKind],
  needs: ['/deploymentConfiguration'],
  title: 'Blue/green needs a bake time',
  message: 'Say how many minutes blue and green run side by side after the traffic has moved; 0 is allowed.',
  variants: { negative: 'A bake time of {minutes} minutes is not possible; give 0 or more.' },
  why: 'During the bake time both revisions keep running, so that ECS can send the traffic back at once when an alarm goes off. There is no default: CreateService refuses BLUE_GREEN without it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    const minutes = spec.deploymentConfiguration?.bakeTimeInMinutes
    const fix = setMembers(say`Set the bake time to ${BAKE_MINUTES} minutes`, id, {
      [BAKE_TIME]: BAKE_MINUTES,
    })
    if (minutes !== undefined && minutes < 0) {
      report({ at: BAKE_TIME, values: { minutes }, variant: 'negative', fix })
    } else if (!isWritten(element, BAKE_TIME) && deploymentTypeOf(spec) === 'BLUE_GREEN') {
      report({ at: BAKE_TIME, fix })
    }
  },
  examples: () => ({
    valid: {
      'five minutes': rolledOut({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 }),
      'no time at all': rolledOut({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 }),
      'a placeholder': rolledOut({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: '<BakeTime>' }),
      'a canary deployment, which has a default': rolledOut({ strategy: 'CANARY' }),
    },
    invalid: {
      'blue/green without it': {
        design: rolledOut({ strategy: 'BLUE_GREEN' }),
        element: 'web',
        at: '/deploymentConfiguration/bakeTimeInMinutes',
      },
      'a negative one': {
        design: rolledOut({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: -5 }),
        element: 'web',
        at: '/deploymentConfiguration/bakeTimeInMinutes',
      },
    },
  }),
})

function rolledOut(deploymentConfiguration: Readonly<Record<string, unknown>>) {
  return onFargate({ deploymentConfiguration, serviceConnectConfiguration: serviceConnect })
}
