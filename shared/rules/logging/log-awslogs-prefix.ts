import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { familyOf, isWritten, launchesAmong } from '../reading'
import { defineRule } from '../rule'
import { lacks, loggersWith } from './loggers'

const PREFIX = 'awslogs-stream-prefix'

export const logAwslogsPrefix = defineRule({
  id: 'log-awslogs-prefix',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/logConfiguration'],
  yieldsTo: ['log-awslogs-required'],
  title: 'On Fargate, awslogs needs a stream prefix',
  message:
    'Fargate needs awslogs-stream-prefix in container “{container}”; set it, for example to the family.',
  variants: {
    advice:
      'Without awslogs-stream-prefix the log streams of container “{container}” are named after Docker’s container IDs; set it to find them by task.',
  },
  why: 'With a prefix a log stream is called prefix/container/task, so its task can be found. On Fargate it is required. On EC2 it may be left out, but the stream then has the ID that Docker gave the container, which only the instance knows, and the console shows no logs of the task.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'ERR:aws/aws-cdk#1422', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    for (const logger of loggersWith(spec, 'awslogs')) {
      if (!lacks(logger, PREFIX, element.spec)) continue
      const [launch] = launchesAmong(graph, id, ['FARGATE', 'EC2', 'EXTERNAL'])
      if (launch === undefined) return
      const options = `${logger.at}/options`
      const family = familyOf(id, spec)
      report({
        at: isWritten(element, options) ? `${options}/${PREFIX}` : options,
        values: { container: logger.container },
        ...(launch !== 'FARGATE' && { variant: 'advice', severity: 'advice' }),
        fix: setMembers(say`Set ${PREFIX} to ${family}`, id, { [`${options}/${PREFIX}`]: family }),
      })
    }
  },
  examples: () => ({
    valid: {
      'with a prefix': drawing({
        task: fargateTask({ containerDefinitions: [logging({ [PREFIX]: 'ecs' })] }),
      }),
      'while nothing says how the task runs': drawing({
        task: fargateTask({ requiresCompatibilities: undefined, containerDefinitions: [logging()] }),
      }),
      'another driver': drawing({
        task: fargateTask({
          containerDefinitions: [container({ logConfiguration: { logDriver: 'awsfirelens' } })],
        }),
      }),
    },
    invalid: {
      'on Fargate': {
        design: drawing({ task: fargateTask({ containerDefinitions: [logging()] }) }),
        element: 'task',
        at: `/containerDefinitions/0/logConfiguration/options/${PREFIX}`,
      },
      blanks: {
        design: drawing({ task: fargateTask({ containerDefinitions: [logging({ [PREFIX]: ' ' })] }) }),
        element: 'task',
        at: `/containerDefinitions/0/logConfiguration/options/${PREFIX}`,
      },
      'on EC2 it is advice': {
        design: drawing({ task: ec2Task({ containerDefinitions: [{ ...logging(), memory: 512 }] }) }),
        element: 'task',
        at: `/containerDefinitions/0/logConfiguration/options/${PREFIX}`,
        severity: 'advice',
      },
    },
  }),
})

function logging(more: Readonly<Record<string, string>> = {}) {
  const options = { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', ...more }
  return container({ logConfiguration: { logDriver: 'awslogs', options } })
}
