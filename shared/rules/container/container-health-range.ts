import { type HealthCheckRange, healthCheckRanges, TOLERATED_TIMEOUT } from '../../aws/facts/health-check'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { defineRule } from '../rule'
import { containersOf } from './containers'
import { checking } from './examples'

const command = ['CMD', '/healthcheck']

export const containerHealthRange = defineRule({
  id: 'container-health-range',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/healthCheck'],
  title: 'The times of a health check are in AWS’s ranges',
  message: 'The health check has {value} for {member}; set {min} to {max}{unit}.',
  why: 'A check that runs too often costs more than it tells, and one that runs too rarely leaves broken containers running, so ECS bounds both, as well as how long it waits and how many failures it takes.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:MustBeIntervalBetweenSeconds', checked: '2026-11-21' },
    { ref: 'CDK:MustBeTimeoutBetweenSeconds', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    for (const { at, container } of containersOf(spec)) {
      const { interval, timeout, retries, startPeriod } = container.healthCheck ?? {}
      const given = { interval, timeout, retries, startPeriod }
      for (const [member, { min, max }] of Object.entries<HealthCheckRange>(healthCheckRanges)) {
        const value = given[member as keyof typeof given]
        // Timeouts a little above are container-health-timeout-gap.
        const most = member === 'timeout' ? TOLERATED_TIMEOUT : max
        if (value === undefined || (value >= min && value <= most)) continue
        const nearest = Math.min(max, Math.max(min, value))
        const place = `${at}/healthCheck/${member}`
        report({
          at: place,
          values: { member, value, min, max, unit: member === 'retries' ? '' : ' seconds' },
          fix: setMembers(say`Set ${member} to ${nearest}`, id, { [place]: nearest }),
        })
      }
    }
  },
  examples: () => ({
    valid: {
      'only a command': checking({ command }),
      'the least of each': checking({ command, interval: 5, timeout: 2, retries: 1, startPeriod: 0 }),
      'the most of each': checking({ command, interval: 300, timeout: 60, retries: 10, startPeriod: 300 }),
      placeholders: checking({ command, interval: '<interval>', retries: '<retries>' }),
      'a timeout that container-health-timeout-gap reports': checking({ command, timeout: 120 }),
    },
    invalid: {
      'an interval of 4 seconds': {
        design: checking({ command, interval: 4, timeout: 2 }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/interval',
      },
      'a timeout of more than two minutes': {
        design: checking({ command, interval: 300, timeout: 121 }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/timeout',
      },
      'no retries': {
        design: checking({ command, retries: 0 }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/retries',
      },
      'a start period of ten minutes': {
        design: checking({ command, startPeriod: 600 }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/startPeriod',
      },
    },
  }),
})
