/** How many tasks run during a rolling update: `minimumHealthyPercent` and `maximumPercent`. */
import { defaultPercents, percentLimits } from '../../aws/facts/deployments'
import { setAt, valueAt } from '../../basics/json'
import { service as serviceKind } from '../../elements/service'
import { say } from '../../texts/text'
import { onFargate } from '../examples'
import { setMembers } from '../fixes'
import { deploymentTypeOf, percentsOf, schedulingOf } from '../rollout'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { daemon } from './examples'

const MINIMUM = '/deploymentConfiguration/minimumHealthyPercent'
const MAXIMUM = '/deploymentConfiguration/maximumPercent'
const { minimum: minimumLimits, maximum: maximumLimits } = percentLimits

const page = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  checked: '2026-11-26',
}

export const percents = ruleFamily([
  defineRule({
    id: 'service-percent-blocked',
    severity: 'error',
    on: [serviceKind],
    needs: ['/deploymentConfiguration'],
    title: 'A rolling update may start a task or stop one',
    message:
      'With a minimum of {minimum} % and a maximum of {maximum} % ECS may neither stop a task nor start one; raise maximumPercent or lower minimumHealthyPercent.',
    why: 'A rolling update replaces tasks either by starting new ones first, for which the maximum must be above 100, or by stopping old ones first, for which the minimum must be below it. With both at 100 no deployment can begin, so ECS refuses the pair. Left out, the minimum is 100, and 0 for a daemon.',
    sources: [page, { ref: 'CDK:MustBeMinimumHealthyPercent', checked: '2026-11-21' }],
    check({ id, element, spec, report }) {
      if (!spec.deploymentConfiguration || deploymentTypeOf(spec) !== 'ROLLING') return
      const found = percentsOf(element, spec)
      if (!found || found.minimum < found.maximum) return
      const daemons = schedulingOf(spec) === 'DAEMON'
      const { minimum } = defaultPercents.DAEMON
      const { maximum } = defaultPercents.REPLICA
      report({
        at: daemons ? MINIMUM : MAXIMUM,
        values: { minimum: found.minimum, maximum: found.maximum },
        fix: daemons
          ? setMembers(say`Set minimumHealthyPercent to ${minimum}`, id, { [MINIMUM]: minimum })
          : setMembers(say`Set maximumPercent to ${maximum}`, id, { [MAXIMUM]: maximum }),
      })
    },
    examples: () => ({
      valid: {
        'start first': rolling(100, 200),
        'stop first': rolling(50, 100),
        'a daemon, one instance after the other': daemon({
          deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
        }),
        placeholders: rolling('<minimum>', 100),
      },
      invalid: {
        'both 100': { design: rolling(100, 100), element: 'web', at: MAXIMUM },
        'a maximum of 100, with the minimum left out': {
          design: rolling(undefined, 100),
          element: 'web',
          at: MAXIMUM,
        },
        'a daemon that may never be stopped': {
          design: daemon({ deploymentConfiguration: { minimumHealthyPercent: 100 } }),
          element: 'web',
          at: MINIMUM,
        },
      },
    }),
  }),

  defineRule({
    id: 'service-percent-range',
    severity: 'error',
    on: [serviceKind],
    needs: ['/deploymentConfiguration'],
    title: 'The minimum is at most 100 %, and the maximum at least that',
    message:
      'At least {percent} % of the tasks can’t stay healthy; give {from} to {to} for minimumHealthyPercent.',
    variants: {
      maximum:
        'With at most {percent} % of its tasks the service would never be complete; give {from} or more for maximumPercent.',
    },
    why: 'Both are shares of the desired count. More than all of the tasks can’t stay running, and with fewer than all of them allowed the service could never reach its desired count.',
    sources: [page],
    check({ id, spec, report }) {
      const { minimumHealthyPercent, maximumPercent } = spec.deploymentConfiguration ?? {}
      const fix = intoRange(id)
      const { from, to } = minimumLimits
      if (
        minimumHealthyPercent !== undefined &&
        (minimumHealthyPercent < from || minimumHealthyPercent > to)
      ) {
        report({ at: MINIMUM, values: { percent: minimumHealthyPercent, from, to }, fix })
      }
      // A daemon's maximum is service-daemon-max-percent.
      if (maximumPercent === undefined || schedulingOf(spec) !== 'REPLICA') return
      if (maximumPercent >= maximumLimits.from) return
      const values = { percent: maximumPercent, from: maximumLimits.from }
      report({ at: MAXIMUM, values, variant: 'maximum', fix })
    },
    examples: () => ({
      valid: {
        'the ends of both': rolling(0, 100),
        'far above': rolling(100, 400),
        placeholders: rolling('<minimum>', '<maximum>'),
      },
      invalid: {
        'a minimum of 150': { design: rolling(150, 200), element: 'web', at: MINIMUM },
        'a negative minimum': { design: rolling(-1, 200), element: 'web', at: MINIMUM },
        'a minimum of 150 with a maximum of 100': { design: rolling(150, 100), element: 'web', at: MINIMUM },
        'a daemon’s minimum of 150': {
          design: daemon({ deploymentConfiguration: { minimumHealthyPercent: 150 } }),
          element: 'web',
          at: MINIMUM,
        },
        'a maximum of 50': { design: rolling(0, 50), element: 'web', at: MAXIMUM },
      },
    }),
  }),

  defineRule({
    id: 'service-percent-no-step',
    severity: 'warning',
    on: [serviceKind],
    needs: ['/deploymentConfiguration'],
    title: 'The percentages leave room for at least one task',
    message:
      'With a desired count of {count}, both {minimum} % and {maximum} % of it round to {count}, so no task can be replaced; raise maximumPercent to {wanted}.',
    why: 'ECS rounds the lower limit up and the upper limit down to whole tasks. With few tasks both may land on the desired count, and a deployment waits for ever.',
    sources: [page],
    check({ id, element, spec, report }) {
      const count = spec.desiredCount
      if (!spec.deploymentConfiguration || count === undefined || count < 1) return
      if (deploymentTypeOf(spec) !== 'ROLLING' || schedulingOf(spec) !== 'REPLICA') return
      const found = percentsOf(element, spec)
      // Limits that block any number of tasks are service-percent-blocked.
      if (!found || found.minimum >= found.maximum) return
      const most = Math.floor((count * found.maximum) / 100)
      const least = Math.ceil((count * found.minimum) / 100)
      if (most > count || least < count) return
      const wanted = defaultPercents.REPLICA.maximum
      report({
        at: MAXIMUM,
        values: { count, minimum: found.minimum, maximum: found.maximum, wanted },
        fix: setMembers(say`Set maximumPercent to ${wanted}`, id, { [MAXIMUM]: wanted }),
      })
    },
    examples: () => ({
      valid: {
        'one task, and room for a second': rolling(50, 200, 1),
        'two tasks, of which one may stop': rolling(50, 150, 2),
        'ten tasks with tight limits': rolling(95, 110, 10),
        'no task': rolling(50, 150, 0),
      },
      invalid: {
        'one task with 50 and 150': { design: rolling(50, 150, 1), element: 'web', at: MAXIMUM },
        'three tasks with 70 and 130': { design: rolling(70, 130, 3), element: 'web', at: MAXIMUM },
      },
    }),
  }),
])

function rolling(minimum: unknown, maximum: unknown, desiredCount = 2) {
  const percents = { minimumHealthyPercent: minimum, maximumPercent: maximum }
  const given = Object.entries(percents).filter(([, value]) => value !== undefined)
  return onFargate({ desiredCount, deploymentConfiguration: Object.fromEntries(given) })
}

/** Moves both to the nearest number that they may have, and leaves room between them. */
function intoRange(id: string): Fix {
  return {
    title: 'Move the percentages into their range',
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      const low = valueAt(spec, MINIMUM)
      const high = valueAt(spec, MAXIMUM)
      if (!spec) return
      const minimum =
        typeof low === 'number'
          ? nearestMinimum(low, spec.schedulingStrategy === 'DAEMON')
          : defaultPercents.REPLICA.minimum
      if (typeof low === 'number') setAt(spec, MINIMUM, minimum)
      if (typeof high !== 'number' || high > Math.max(minimum, maximumLimits.from - 1)) return
      setAt(
        spec,
        MAXIMUM,
        minimum < maximumLimits.from ? maximumLimits.from : defaultPercents.REPLICA.maximum,
      )
    },
  }
}

/** A daemon that must keep all its tasks could not be deployed, so there too much becomes its default. */
function nearestMinimum(percent: number, ofDaemon: boolean): number {
  if (ofDaemon && percent > minimumLimits.to) return defaultPercents.DAEMON.minimum
  return Math.min(minimumLimits.to, Math.max(minimumLimits.from, percent))
}
