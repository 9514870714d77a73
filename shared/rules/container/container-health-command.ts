import { healthCheckForms } from '../../aws/facts/health-check'
import { taskDefinition } from '../../elements/task-definition'
import { drawing, fargateTask } from '../examples'
import { isAbsent, isWritten } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'
import { checking } from './examples'

export const containerHealthCommand = defineRule({
  id: 'container-health-command',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/healthCheck'],
  title: 'A health check has a command to run',
  message: 'The health check of container “{container}” runs nothing; give it a command.',
  why: 'ECS runs the command in the container and takes exit code 0 for healthy. It is the one member that a health check needs: after CMD comes the program, after CMD-SHELL a line for the shell.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:MustBeLeastArgumentSupplied', checked: '2026-11-21' },
  ],
  check({ element, spec, report }) {
    for (const { at, called, container } of containersOf(spec)) {
      const { healthCheck } = container
      if (!healthCheck || isAbsent(healthCheck)) continue
      const { command } = healthCheck
      const place = `${at}/healthCheck/command`
      if (command === undefined ? isWritten(element, place) : runsSomething(command)) continue
      report({ at: place, values: { container: called } })
    }
  },
  examples: () => ({
    valid: {
      'only a command': checking({ command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] }),
      'a program with arguments': checking({ command: ['CMD', '/healthcheck', '--quick'] }),
      'a program without CMD before it': checking({ command: ['/healthcheck'] }),
      'an empty health check, which is none': checking({}),
      'no health check': drawing({ task: fargateTask() }),
      'a text, which container-command-array reports': checking({ command: '/healthcheck' }),
    },
    invalid: {
      'no command': {
        design: checking({ interval: 30 }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'an empty one': {
        design: checking({ command: [] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'a shell without anything to do': {
        design: checking({ command: ['CMD-SHELL'] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'blanks for the program': {
        design: checking({ command: ['CMD', ' '] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
    },
  }),
})

function runsSomething([form, ...rest]: readonly string[]): boolean {
  const program = healthCheckForms.some((one) => one === form) ? rest : [form ?? '']
  return program.some((part) => part.trim() !== '')
}
