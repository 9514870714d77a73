/** How long a log group keeps logs. */
import { CLASS_WITHOUT_RETENTION, retentionDays } from '../../aws/facts/log-retention'
import { toNumber } from '../../basics/convert'
import { logGroup } from '../../elements/log-group'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { type Limit, limitRule } from '../limits'
import { isUnknown, isWritten } from '../reading'
import { defineRule, ruleFamily } from '../rule'

const api = {
  ref: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  checked: '2026-11-26',
}
const SUGGESTED = 30

/** Rather a few days longer than shorter. */
const offered: Limit = {
  allows: (value) => typeof value !== 'number' || retentionDays.includes(value),
  mend: (value) => retentionDays.find((days) => days >= toNumber(value)) ?? retentionDays.at(-1),
}

export const logGroupRetention = ruleFamily([
  defineRule({
    id: 'log-retention',
    severity: 'advice',
    on: [logGroup],
    title: 'A log group says how long it keeps logs',
    message: 'Log group “{group}” keeps its logs for ever, and they are paid for as long; set a retention.',
    why: 'CloudWatch Logs deletes nothing by itself, and stored logs are billed every month. How long they are needed is a question of operations and of law, so it should be answered rather than left open.',
    sources: [api, { ref: 'ACR:ecs-infrastructure-patterns', checked: '2026-11-21' }],
    check({ id, element, spec, report }) {
      // Of a log group that is in AWS already nobody knows what was set there.
      if (element.existing || isWritten(element, '/retentionInDays')) return
      const { logGroupClass, logGroupName } = spec
      if (logGroupClass === CLASS_WITHOUT_RETENTION || isUnknown(logGroupClass)) return
      report({
        at: '/retentionInDays',
        values: { group: logGroupName || id },
        fix: setMembers(say`Keep its logs for ${SUGGESTED} days`, id, { '/retentionInDays': SUGGESTED }),
      })
    },
    examples: () => ({
      valid: {
        'thirty days': drawing({ logs: logs({ retentionInDays: 30 }) }),
        'a log group that is in AWS already': drawing({
          logs: element('log-group', {}, { existing: { logGroupName: '/ecs/web' } }),
        }),
        'the class for delivery, which keeps a day': drawing({ logs: logs({ logGroupClass: 'DELIVERY' }) }),
        'a placeholder': drawing({ logs: logs({ retentionInDays: '<days>' }) }),
      },
      invalid: {
        'for ever': { design: drawing({ logs: logs({}) }), element: 'logs', at: '/retentionInDays' },
      },
    }),
  }),
  limitRule({
    id: 'log-retention-days',
    severity: 'error',
    on: [logGroup],
    path: '/retentionInDays',
    limit: offered,
    title: 'Logs are kept for one of certain numbers of days',
    message:
      'CloudWatch Logs can’t keep logs for {value} days; choose one of the numbers of days that it offers.',
    why: 'Retention comes in steps: 1, 3, 5, 7, 14 and 30 days, then months and years up to ten. PutRetentionPolicy refuses every other number; for ever means to leave it out.',
    sources: [api],
    examples: () => ({
      valid: {
        'a day': drawing({ logs: logs({ retentionInDays: 1 }) }),
        'ten years': drawing({ logs: logs({ retentionInDays: 3653 }) }),
      },
      invalid: {
        'between two steps': {
          design: drawing({ logs: logs({ retentionInDays: 45 }) }),
          element: 'logs',
          at: '/retentionInDays',
        },
        'more than the most': {
          design: drawing({ logs: logs({ retentionInDays: 10000 }) }),
          element: 'logs',
          at: '/retentionInDays',
        },
      },
    }),
  }),
])

function logs(members: Readonly<Record<string, unknown>>) {
  return element('log-group', { logGroupName: '/ecs/web', ...members })
}
