/** What single options of the awslogs driver may hold, and which there are. */
import { awslogsOptions } from '../../aws/facts/log-options'
import { toText } from '../../basics/convert'
import { isObject, toPointer, valueAt } from '../../basics/json'
import type { Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { isUnknown } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { loggersOf, loggersWith } from './loggers'

const api = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  checked: '2026-11-26',
}
const CREATE = 'awslogs-create-group'

export const awslogsOptionRules = ruleFamily([
  defineRule({
    id: 'log-awslogs-unknown-option',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/logConfiguration'],
    title: 'The awslogs driver takes its own options only',
    message: 'The awslogs driver has no option “{option}”; remove it from container “{container}”.',
    why: 'RegisterTaskDefinition knows the options of awslogs by name and refuses every other one, also those that Docker would take. Options of Fluent Bit, such as log_key, belong to awsfirelens.',
    sources: [api, { ref: 'ERR:aws-samples/amazon-ecs-firelens-examples#83', checked: '2026-11-26' }],
    check({ id, element, spec, report }) {
      for (const { at, container } of loggersWith(spec, 'awslogs')) {
        for (const option of Object.keys(optionsAt(element.spec, at))) {
          if ((awslogsOptions as readonly string[]).includes(option) || isUnknown(option)) continue
          const place = `${at}/options${toPointer([option])}`
          report({
            at: place,
            values: { option, container },
            fix: removeMember(say`Remove option ${option}`, id, place),
          })
        }
      }
    },
    examples: () => ({
      valid: {
        'its own options': drawing({ task: logging({ mode: 'non-blocking', 'max-buffer-size': '25m' }) }),
        'an option of Fluent Bit for awsfirelens': drawing({
          task: fargateTask({
            containerDefinitions: [
              container({ logConfiguration: { logDriver: 'awsfirelens', options: { log_key: 'log' } } }),
            ],
          }),
        }),
      },
      invalid: {
        'an option of Fluent Bit': {
          design: drawing({ task: logging({ log_key: 'log' }) }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration/options/log_key',
        },
        'an option that only Docker has': {
          design: drawing({ task: logging({ 'awslogs-endpoint': 'https://logs.example.com' }) }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration/options/awslogs-endpoint',
        },
      },
    }),
  }),
  defineRule({
    id: 'log-awslogs-create-group',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/logConfiguration'],
    title: 'The option awslogs-create-group is the text “true”',
    message:
      'Container “{container}” sets awslogs-create-group to {value}; write the text "true", or leave it out.',
    variants: {
      default:
        'Container “{container}” sets awslogs-create-group to "false", which is the default and which ECS has been seen to refuse; leave it out.',
    },
    why: 'Log options are texts, so a JSON boolean is refused, and only true and false mean something, in any letter case. When the option is left out, no log group is made.',
    sources: [api, { ref: 'ERR:terraform-linters/tflint-ruleset-aws#348', checked: '2026-11-26' }],
    check({ id, element, spec, report }) {
      for (const { at, container, driver } of loggersOf(spec)) {
        const value = optionsAt(element.spec, at)[CREATE]
        const text = typeof value === 'string' ? value.toLowerCase() : undefined
        if (driver !== 'awslogs' && text !== undefined) continue
        if (value === undefined || value === null || text === '' || text === 'true' || isUnknown(value))
          continue
        const place = `${at}/options/${CREATE}`
        report({
          at: place,
          values: { value: JSON.stringify(value), container },
          ...(text === 'false' && { variant: 'default', severity: 'advice' }),
          ...mendCreateGroup(id, place, value),
        })
      }
    },
    examples: () => ({
      valid: {
        'the text': drawing({ task: logging({ [CREATE]: 'true' }) }),
        'in another letter case, as AWS’s own samples have it': drawing({
          task: logging({ [CREATE]: 'True' }),
        }),
        'a placeholder': drawing({ task: logging({ [CREATE]: '<create-group>' }) }),
      },
      invalid: {
        'a boolean': {
          design: drawing({ task: logging({ [CREATE]: true }) }),
          element: 'task',
          at: `/containerDefinitions/0/logConfiguration/options/${CREATE}`,
        },
        'another text': {
          design: drawing({ task: logging({ [CREATE]: 'yes' }) }),
          element: 'task',
          at: `/containerDefinitions/0/logConfiguration/options/${CREATE}`,
        },
        'the default, written out': {
          design: drawing({ task: logging({ [CREATE]: 'false' }) }),
          element: 'task',
          at: `/containerDefinitions/0/logConfiguration/options/${CREATE}`,
          severity: 'advice',
        },
      },
    }),
  }),
  defineRule({
    id: 'log-awslogs-multiline',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/logConfiguration'],
    title: 'Lines are joined by a date format or by a pattern, not by both',
    message:
      'Container “{container}” has awslogs-datetime-format and awslogs-multiline-pattern; only the date format is used. Remove the pattern.',
    why: 'Both options say where a message of several lines begins. When both are set the driver ignores the pattern, so messages may be cut elsewhere than it says.',
    sources: [api],
    check({ id, spec, report }) {
      for (const { at, container, options } of loggersWith(spec, 'awslogs')) {
        const both = options['awslogs-datetime-format'] && options['awslogs-multiline-pattern']
        if (!both) continue
        const place = `${at}/options/awslogs-multiline-pattern`
        report({
          at: place,
          values: { container },
          fix: removeMember('Remove awslogs-multiline-pattern', id, place),
        })
      }
    },
    examples: () => ({
      valid: {
        'a date format': drawing({ task: logging({ 'awslogs-datetime-format': '%Y-%m-%d' }) }),
        'a pattern, and an empty format': drawing({
          task: logging({ 'awslogs-multiline-pattern': '^INFO', 'awslogs-datetime-format': '' }),
        }),
      },
      invalid: {
        both: {
          design: drawing({
            task: logging({ 'awslogs-datetime-format': '%Y-%m-%d', 'awslogs-multiline-pattern': '^INFO' }),
          }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration/options/awslogs-multiline-pattern',
        },
      },
    }),
  }),
])

/** Only true and false are understood; false is what leaving it out means. */
function mendCreateGroup(id: string, place: string, value: unknown): { readonly fix?: Fix } {
  const meant = toText(value).trim().toLowerCase()
  if (meant === 'true') return { fix: setMembers('Write it as the text "true"', id, { [place]: 'true' }) }
  return meant === 'false' ? { fix: removeMember(say`Remove option ${CREATE}`, id, place) } : {}
}

/** As the file has them: the view leaves out an option that is no text. */
function optionsAt(spec: Spec, at: string): Readonly<Record<string, unknown>> {
  const options = valueAt(spec, `${at}/options`)
  return isObject(options) ? options : {}
}

function logging(more: Readonly<Record<string, unknown>>) {
  const options = {
    'awslogs-group': '/ecs/web',
    'awslogs-region': 'eu-west-1',
    'awslogs-stream-prefix': 'web',
    ...more,
  }
  return fargateTask({
    executionRoleArn: '<execution-role-arn>',
    containerDefinitions: [container({ logConfiguration: { logDriver: 'awslogs', options } })],
  })
}
