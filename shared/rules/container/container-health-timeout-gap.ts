import { healthCheckRanges, TOLERATED_TIMEOUT } from '../../aws/facts/health-check'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { defineRule } from '../rule'
import { containersOf } from './containers'
import { checking } from './examples'

const command = ['CMD', '/healthcheck']

export const containerHealthTimeoutGap = defineRule({
  id: 'container-health-timeout-gap',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/healthCheck'],
  title: 'A health check’s timeout is at most a minute',
  message: 'A health check timeout of {timeout} seconds is more than the API documents; use {max} or less.',
  why: 'The API’s documentation allows 2 to 60 seconds. AWS’s own CDK lets up to 120 pass, so such a definition may register, but a check that takes a minute says little about a container’s health.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:MustBeTimeoutBetweenSeconds', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    for (const { at, container } of containersOf(spec)) {
      const { interval = healthCheckRanges.interval.default, timeout = 0 } = container.healthCheck ?? {}
      const { min, max } = healthCheckRanges.timeout
      if (timeout <= max || timeout > TOLERATED_TIMEOUT) continue
      // A timeout above the interval would be the next warning.
      const better = Math.max(min, Math.min(max, interval))
      const place = `${at}/healthCheck/timeout`
      report({
        at: place,
        values: { timeout, max },
        fix: setMembers(say`Set timeout to ${better}`, id, { [place]: better }),
      })
    }
  },
  examples: () => ({
    valid: {
      'exactly a minute': checking({ command, interval: 60, timeout: 60 }),
      'left out, which is 5 seconds': checking({ command }),
      'so long that container-health-range reports it': checking({ command, interval: 300, timeout: 121 }),
    },
    invalid: {
      'a minute and a half': {
        design: checking({ command, interval: 120, timeout: 90 }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/timeout',
      },
      'longer than its interval, too': {
        design: checking({ command, timeout: 120 }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/timeout',
      },
    },
  }),
})
