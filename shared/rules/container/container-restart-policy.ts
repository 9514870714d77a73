import { restartPolicy as limits } from '../../aws/facts/container-limits'
import type { Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { type ContainerSpec, isAbsent, isWrittenIn } from '../reading'
import { defineRule, type Finding } from '../rule'
import { containersOf } from './containers'

type Policy = NonNullable<ContainerSpec['restartPolicy']>

export const containerRestartPolicy = defineRule({
  id: 'container-restart-policy',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/restartPolicy'],
  title: 'A restart policy says whether it is on, and stays in AWS’s ranges',
  message:
    'Container “{container}” must run {period} seconds before a restart; AWS takes {min} to {max} seconds.',
  variants: {
    enabled: 'The restart policy of container “{container}” does not say whether it is on; set enabled.',
    codes:
      'The restart policy of container “{container}” ignores {count} exit codes; AWS takes at most {most}.',
    off: 'The restart policy of container “{container}” is off, so its other settings do nothing.',
  },
  why: 'With a restart policy ECS restarts a container without replacing its task. The period keeps a container that fails at once from being restarted all the time; the API requires enabled, since the policy may be kept while it is off.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:MustBeRestartAttemptPeriodBetweenSeconds', checked: '2026-11-21' },
    { ref: 'CDK:OnlySpecifiedRestartIgnoredExitCodes', checked: '2026-11-21' },
  ],
  check({ id, element, spec, report }) {
    for (const { at, called, container } of containersOf(spec)) {
      const policy = container.restartPolicy
      if (!policy || isAbsent(policy)) continue
      const place = `${at}/restartPolicy`
      if (!isWrittenIn(element, place, 'enabled')) {
        const fix = setMembers('Turn the restart policy on', id, { [`${place}/enabled`]: true })
        report({ at: `${place}/enabled`, variant: 'enabled', values: { container: called }, fix })
      }
      const findings =
        policy.enabled === false ? offFindings(id, place, policy) : rangeFindings(id, place, policy)
      for (const finding of findings) report({ ...finding, values: { container: called, ...finding.values } })
    }
  },
  examples: () => ({
    valid: {
      'only turned on': restarting({ enabled: true }),
      'both ends of the range': drawing({
        task: fargateTask({
          containerDefinitions: [limits.period.min, limits.period.max].map((restartAttemptPeriod, i) =>
            container({ name: `app-${i}`, restartPolicy: { enabled: true, restartAttemptPeriod } }),
          ),
        }),
      }),
      'as many exit codes as AWS takes': restarting({
        enabled: true,
        ignoredExitCodes: codes(limits.ignoredExitCodes),
      }),
      'off, and nothing else': restarting({ enabled: false }),
      'none at all': restarting({}),
      'a placeholder': restarting({ enabled: '<enabled>', restartAttemptPeriod: 120 }),
    },
    invalid: {
      'not said whether it is on': {
        design: restarting({ restartAttemptPeriod: 120 }),
        element: 'task',
        at: '/containerDefinitions/0/restartPolicy/enabled',
      },
      'half a minute': {
        design: restarting({ enabled: true, restartAttemptPeriod: 30 }),
        element: 'task',
        at: '/containerDefinitions/0/restartPolicy/restartAttemptPeriod',
      },
      'an hour': {
        design: restarting({ enabled: true, restartAttemptPeriod: 3600 }),
        element: 'task',
        at: '/containerDefinitions/0/restartPolicy/restartAttemptPeriod',
      },
      'too many exit codes': {
        design: restarting({ enabled: true, ignoredExitCodes: codes(limits.ignoredExitCodes + 1) }),
        element: 'task',
        at: '/containerDefinitions/0/restartPolicy/ignoredExitCodes',
      },
      'settings of a policy that is off': {
        design: restarting({ enabled: false, restartAttemptPeriod: 30 }),
        element: 'task',
        at: '/containerDefinitions/0/restartPolicy',
        severity: 'warning',
      },
    },
  }),
})

function offFindings(id: string, at: string, policy: Policy): readonly Finding[] {
  if (policy.restartAttemptPeriod === undefined && isAbsent(policy.ignoredExitCodes)) return []
  return [{ at, variant: 'off', severity: 'warning', fix: removeMember('Remove the restart policy', id, at) }]
}

function rangeFindings(id: string, at: string, policy: Policy): readonly Finding[] {
  const { restartAttemptPeriod: period, ignoredExitCodes } = policy
  const findings: Finding[] = []
  const { min, max } = limits.period
  if (period !== undefined && (period < min || period > max)) {
    const place = `${at}/restartAttemptPeriod`
    const nearest = Math.min(max, Math.max(min, period))
    const fix = setMembers(say`Set the period to ${nearest} seconds`, id, { [place]: nearest })
    findings.push({ at: place, values: { period, min, max }, fix })
  }
  const count = ignoredExitCodes?.length ?? 0
  if (count > limits.ignoredExitCodes) {
    const values = { count, most: limits.ignoredExitCodes }
    findings.push({ at: `${at}/ignoredExitCodes`, variant: 'codes', values })
  }
  return findings
}

function codes(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}

function restarting(restartPolicy: Spec) {
  return drawing({ task: fargateTask({ containerDefinitions: [container({ restartPolicy })] }) })
}
