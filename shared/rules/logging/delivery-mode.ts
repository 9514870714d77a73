/** How log lines get from a container to its log driver: the options `mode` and `max-buffer-size` of every driver. */
import { deliveryModes } from '../../aws/facts/log-options'
import { taskDefinition } from '../../elements/task-definition'
import { hasTrait } from '../../elements/traits'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { isKnown, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { loggersOf, loggersWith } from './loggers'

const api = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  checked: '2026-11-26',
}

export const deliveryModeRules = ruleFamily([
  defineRule({
    id: 'log-mode',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/logConfiguration/options/mode'],
    title: 'The log mode is blocking or non-blocking',
    message: '“{value}” is no log mode; set mode in container “{container}” to blocking or non-blocking.',
    why: 'The mode says what happens while lines can’t be delivered: in blocking mode the application waits, in non-blocking mode lines are kept in a buffer and dropped when it is full. There is no third way.',
    sources: [api, { ref: 'E3046', checked: '2026-11-26' }],
    check({ id, spec, report }) {
      for (const { at, container, driver, options } of loggersOf(spec)) {
        const value = options.mode
        // Fluent Bit has outputs with a mode of their own, and awsfirelens passes it on.
        if (!isKnown(value) || driver === 'awsfirelens' || isMode(value)) continue
        const meant = deliveryModes.find((mode) => bare(mode) === bare(value))
        report({
          at: `${at}/options/mode`,
          values: { value, container },
          ...(meant && { fix: setMembers(say`Set mode to ${meant}`, id, { [`${at}/options/mode`]: meant }) }),
        })
      }
    },
    examples: () => ({
      valid: {
        blocking: drawing({ task: logging({ mode: 'blocking' }) }),
        'non-blocking': drawing({ task: logging({ mode: 'non-blocking' }) }),
        'a mode of Fluent Bit’s syslog output': drawing({
          task: fargateTask({
            containerDefinitions: [
              container({
                logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'syslog', mode: 'udp' } },
              }),
            ],
          }),
        }),
      },
      invalid: {
        'another word': {
          design: drawing({ task: logging({ mode: 'async' }) }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration/options/mode',
        },
        'spelled otherwise': {
          design: drawing({ task: logging({ mode: 'Non_Blocking' }) }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration/options/mode',
        },
      },
    }),
  }),
  defineRule({
    id: 'log-buffer-blocking',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/logConfiguration/options/mode'],
    title: 'A log buffer works in non-blocking mode only',
    message:
      'Container “{container}” logs in blocking mode, which has no buffer: max-buffer-size has no effect. Remove it, or set mode to non-blocking.',
    why: 'In blocking mode the application waits until a line is taken, so nothing is kept in between. The buffer belongs to non-blocking mode, which is the default since 25 June 2025.',
    sources: [api, { ref: 'CDK:CannotSpecifyDriverMaxBufferSize', checked: '2026-11-21' }],
    check({ id, spec, report }) {
      for (const { at, container, options } of loggersOf(spec)) {
        if (options.mode !== 'blocking' || !options['max-buffer-size']) continue
        report({
          at: `${at}/options/max-buffer-size`,
          values: { container },
          fix: removeMember('Remove max-buffer-size', id, `${at}/options/max-buffer-size`),
        })
      }
    },
    examples: () => ({
      valid: {
        'without a mode: non-blocking is the default': drawing({
          task: logging({ 'max-buffer-size': '25m' }),
        }),
        'in non-blocking mode': drawing({
          task: logging({ mode: 'non-blocking', 'max-buffer-size': '25m' }),
        }),
        'blocking without a buffer': drawing({ task: logging({ mode: 'blocking' }) }),
      },
      invalid: {
        'in blocking mode': {
          design: drawing({ task: logging({ mode: 'blocking', 'max-buffer-size': '25m' }) }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration/options/max-buffer-size',
        },
      },
    }),
  }),
  defineRule({
    id: 'log-nonblocking-loss',
    severity: 'advice',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/logConfiguration'],
    title: 'Logs that are evidence are written in blocking mode',
    message:
      'Container “{container}” may drop log lines when its buffer fills, and its logs are said to be evidence; set mode to blocking.',
    why: 'In non-blocking mode, the default, lines that don’t fit into the buffer are lost without a trace. In blocking mode none is lost, but the application waits while CloudWatch Logs can’t be reached.',
    sources: [api, { ref: 'ACR:ecs-logging-and-firelens', checked: '2026-11-21' }],
    check({ id, element, spec, report }) {
      for (const { at, container, index, options } of loggersWith(spec, 'awslogs')) {
        if (options.mode && options.mode !== 'non-blocking') continue
        if (!hasTrait(element, 'audit-logs') && !isLabelled(spec, index)) continue
        report({ at, values: { container }, fix: setBlocking(id, at) })
      }
    },
    examples: () => ({
      valid: {
        'blocking, for evidence': drawing({ task: audited({ mode: 'blocking' }) }),
        'the default, where nobody needs every line': drawing({ task: logging({}) }),
        'a tag that only sounds like it': drawing({
          task: logging({}, { tags: [{ key: 'team', value: 'auditorium' }] }),
        }),
      },
      invalid: {
        'the default, for evidence': {
          design: drawing({ task: audited({}) }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration',
        },
        'the default, for a task that is tagged so': {
          design: drawing({ task: logging({}, { tags: [{ key: 'purpose', value: 'audit-log' }] }) }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration',
        },
        'non-blocking with a buffer, for evidence': {
          design: drawing({ task: audited({ mode: 'non-blocking', 'max-buffer-size': '25m' }) }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration',
        },
      },
    }),
  }),
])

function isMode(value: string): boolean {
  return (deliveryModes as readonly string[]).includes(value)
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '')
}

/** The buffer goes: it would have no effect. */
function setBlocking(id: string, at: string): Fix {
  const buffer = removeMember('', id, `${at}/options/max-buffer-size`)
  const mode = setMembers('Set mode to blocking', id, { [`${at}/options/mode`]: 'blocking' })
  return {
    title: mode.title,
    apply: (draft) => {
      buffer.apply(draft)
      mode.apply(draft)
    },
  }
}

/** Do the tags of the task, or the labels of the container, speak of an audit or of compliance? */
function isLabelled({ tags, containerDefinitions }: TaskDefinitionSpec, index: number): boolean {
  const labels = Object.entries(containerDefinitions?.[index]?.dockerLabels ?? {}).flat()
  const words = [...(tags ?? []).flatMap(({ key, value }) => [key ?? '', value ?? '']), ...labels]
  return words.some((text) => /(^|[^a-z])(audit|compliance)([^a-z]|$)/i.test(text))
}

function logging(more: Readonly<Record<string, string>>, rest = {}) {
  const options = {
    'awslogs-group': '/ecs/web',
    'awslogs-region': 'eu-west-1',
    'awslogs-stream-prefix': 'web',
    ...more,
  }
  return fargateTask({
    executionRoleArn: '<execution-role-arn>',
    containerDefinitions: [container({ logConfiguration: { logDriver: 'awslogs', options } })],
    ...rest,
  })
}

function audited(more: Readonly<Record<string, string>>) {
  return { ...logging(more), traits: ['audit-logs'] }
}
