import { fargateTimeout as range } from '../../aws/facts/container-limits'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'

export const containerTimeoutFargate = defineRule({
  id: 'container-timeout-fargate',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/startTimeout', '/containerDefinitions/*/stopTimeout'],
  title: 'On Fargate starting and stopping take at most two minutes',
  message: 'On Fargate {member} is {min} to {max} seconds; container “{container}” asks for {value}.',
  why: 'How long ECS waits for a dependency, or between SIGTERM and SIGKILL, is set on the container instance where there is one. On Fargate AWS bounds both times; work that needs longer to end has to be made resumable.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const { at, called, container } of containersOf(spec)) {
      const { startTimeout, stopTimeout } = container
      if ((startTimeout ?? stopTimeout) === undefined) continue
      for (const [member, value] of Object.entries({ startTimeout, stopTimeout })) {
        if (value === undefined || (value >= range.min && value <= range.max)) continue
        if (!runsOnFargate(graph, id)) return
        const nearest = Math.min(range.max, Math.max(range.min, value))
        const place = `${at}/${member}`
        report({
          at: place,
          values: { member, container: called, value, ...range },
          fix: setMembers(say`Set ${member} to ${nearest} seconds`, id, { [place]: nearest }),
        })
      }
    }
  },
  examples: () => ({
    valid: {
      'the whole range': drawing({
        task: fargateTask({
          containerDefinitions: [container({ startTimeout: range.min, stopTimeout: range.max })],
        }),
      }),
      'longer on EC2': drawing({
        task: ec2Task({ containerDefinitions: [container({ memory: 512, stopTimeout: 300 })] }),
      }),
      'a placeholder': drawing({
        task: fargateTask({ containerDefinitions: [container({ stopTimeout: '<stop-timeout>' })] }),
      }),
    },
    invalid: {
      'five minutes to stop': {
        design: drawing({ task: fargateTask({ containerDefinitions: [container({ stopTimeout: 300 })] }) }),
        element: 'task',
        at: '/containerDefinitions/0/stopTimeout',
      },
      'one second to start': {
        design: drawing({ task: fargateTask({ containerDefinitions: [container({ startTimeout: 1 })] }) }),
        element: 'task',
        at: '/containerDefinitions/0/startTimeout',
      },
      'for EC2 and Fargate alike': {
        design: drawing({
          task: fargateTask({
            requiresCompatibilities: ['EC2', 'FARGATE'],
            containerDefinitions: [container({ stopTimeout: 121 })],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/stopTimeout',
      },
    },
  }),
})
