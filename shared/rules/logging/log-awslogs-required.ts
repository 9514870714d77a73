import { setAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { inWords, say } from '../../texts/text'
import { container, drawing, ec2Task, element, fargateTask } from '../examples'
import { familyOf, isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'
import { drawnGroup, groupName } from './awslogs-fix'
import { lacks, loggersWith } from './loggers'

const GROUP = 'awslogs-group'
const REGION = 'awslogs-region'
const PREFIX = 'awslogs-stream-prefix'

export const logAwslogsRequired = defineRule({
  id: 'log-awslogs-required',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/logConfiguration'],
  title: 'The awslogs driver needs a log group and a Region',
  message:
    'Container “{container}” logs with awslogs but names neither awslogs-group nor awslogs-region; set both.',
  variants: {
    group: 'Container “{container}” logs with awslogs but names no awslogs-group; set the log group.',
    region:
      'Container “{container}” logs with awslogs but names no awslogs-region; set the Region of the log group.',
  },
  why: 'The driver sends every line to one log group in one Region and guesses neither. RegisterTaskDefinition refuses a configuration without them.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'E3046', checked: '2026-11-26' },
  ],
  check({ id, element, spec, report }) {
    for (const logger of loggersWith(spec, 'awslogs')) {
      const group = lacks(logger, GROUP, element.spec)
      const region = lacks(logger, REGION, element.spec)
      if (!group && !region) continue
      const options = `${logger.at}/options`
      const member = group ? GROUP : REGION
      report({
        at: isWritten(element, options) ? `${options}/${member}` : options,
        values: { container: logger.container },
        ...(group !== region && { variant: group ? 'group' : 'region' }),
        fix: complete(id, options, {
          family: familyOf(id, spec),
          all: !isWritten(element, options),
          group,
          region,
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      both: drawing({ task: logging({ [GROUP]: '/ecs/web', [REGION]: 'eu-west-1' }) }),
      'a log group of the drawing, and a placeholder': drawing({
        logs: element('log-group', { logGroupName: '/ecs/web' }),
        task: logging({ [GROUP]: '@{logs}', [REGION]: '<region>' }),
      }),
      'the group as a secret option': drawing({
        group: element('ssm-parameter', { Name: '/web/log-group' }),
        task: fargateTask({
          executionRoleArn: '<execution-role-arn>',
          containerDefinitions: [
            container({
              logConfiguration: {
                logDriver: 'awslogs',
                options: { [REGION]: 'eu-west-1' },
                secretOptions: [{ name: GROUP, valueFrom: '@{group}' }],
              },
            }),
          ],
        }),
      }),
      'another driver': drawing({
        task: ec2Task({
          containerDefinitions: [container({ memory: 512, logConfiguration: { logDriver: 'syslog' } })],
        }),
      }),
    },
    invalid: {
      'no options at all': {
        design: drawing({ task: logging(undefined) }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/options',
      },
      'other options only': {
        design: drawing({ task: logging({ mode: 'non-blocking' }) }),
        element: 'task',
        at: `/containerDefinitions/0/logConfiguration/options/${GROUP}`,
      },
      'blanks for a group': {
        design: drawing({ task: logging({ [GROUP]: ' ', [REGION]: 'eu-west-1' }) }),
        element: 'task',
        at: `/containerDefinitions/0/logConfiguration/options/${GROUP}`,
      },
      'no Region': {
        design: drawing({ task: logging({ [GROUP]: '/ecs/web' }) }),
        element: 'task',
        at: `/containerDefinitions/0/logConfiguration/options/${REGION}`,
      },
    },
  }),
})

function logging(options: Readonly<Record<string, string>> | undefined) {
  const logConfiguration = { logDriver: 'awslogs', ...(options && { options }) }
  return ec2Task({ containerDefinitions: [container({ memory: 512, logConfiguration })] })
}

interface Missing {
  readonly family: string
  /** There are no options at all: Fargate wants a prefix, too, and it does no harm elsewhere. */
  readonly all: boolean
  readonly group: boolean
  readonly region: boolean
}

function complete(id: string, options: string, { family, all, group, region }: Missing): Fix {
  const what = [
    ...(group ? [say`log group ${groupName(family)}`] : []),
    ...(region ? ['the Region of the design'] : []),
  ]
  return {
    title: say`Set ${inWords(what, 'and')}`,
    apply: (draft) => {
      const { spec } = draft.elements[id] ?? {}
      if (!spec) return
      if (group) setAt(spec, `${options}/${GROUP}`, drawnGroup(draft, id, family))
      if (region) setAt(spec, `${options}/${REGION}`, draft.region ?? '<region>')
      if (all) setAt(spec, `${options}/${PREFIX}`, family)
    },
  }
}
