import { healthCheckRanges } from '../../aws/facts/health-check'
import type { Element } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { type ContainerSpec, isWritten } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'
import { checking } from './examples'

const command = ['CMD', '/healthcheck']

export const containerHealthIntervalTimeout = defineRule({
  id: 'container-health-interval-timeout',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/healthCheck'],
  title: 'A health check’s timeout is not longer than its interval',
  message:
    'The health check runs every {interval} seconds but may take {timeout}; make the timeout at most the interval.',
  why: 'Docker waits for one check before it starts the next, so a check that hangs delays all that follow and the container is found unhealthy later than its interval and retries say.',
  sources: [
    { ref: 'CDK:ShouldBeHealthCheckInterval', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    for (const { at, container } of containersOf(spec)) {
      const given = container.healthCheck
      if (!given || (given.interval ?? given.timeout) === undefined) continue
      const interval = secondsOf(element, given, at, 'interval')
      const timeout = secondsOf(element, given, at, 'timeout')
      // Values out of their range have rules of their own.
      if (interval === undefined || interval < healthCheckRanges.interval.min) continue
      if (timeout === undefined || timeout <= interval || timeout > healthCheckRanges.timeout.max) continue
      const place = `${at}/healthCheck/timeout`
      report({
        at: place,
        values: { interval, timeout },
        fix: setMembers(say`Set timeout to ${interval}`, id, { [place]: interval }),
      })
    }
  },
  examples: () => ({
    valid: {
      'the defaults': checking({ command }),
      'the same twice': checking({ command, interval: 10, timeout: 10 }),
      'the shortest interval with the default timeout': checking({ command, interval: 5 }),
      'an interval that container-health-range reports': checking({ command, interval: 4 }),
      'a placeholder for the interval': checking({ command, interval: '<interval>', timeout: 45 }),
    },
    invalid: {
      'a longer timeout': {
        design: checking({ command, interval: 5, timeout: 10 }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/timeout',
      },
      'longer than the default interval': {
        design: checking({ command, timeout: 45 }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/timeout',
      },
    },
  }),
})

/** Left out it is the default; undefined is a placeholder. */
function secondsOf(
  element: Element,
  healthCheck: NonNullable<ContainerSpec['healthCheck']>,
  at: string,
  member: 'interval' | 'timeout',
): number | undefined {
  const written = healthCheck[member]
  if (written !== undefined || isWritten(element, `${at}/healthCheck/${member}`)) return written
  return healthCheckRanges[member].default
}
