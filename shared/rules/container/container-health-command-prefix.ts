import { healthCheckForms } from '../../aws/facts/health-check'
import { quote } from '../../basics/quote'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { isUnknown } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'
import { checking } from './examples'

/** Docker’s way to say that there is no health check. */
const NONE = 'NONE'

export const containerHealthCommandPrefix = defineRule({
  id: 'container-health-command-prefix',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/healthCheck'],
  title: 'A health check’s command begins with CMD or CMD-SHELL',
  message:
    'The health check of container “{container}” begins with {first}; put CMD or, for a line with shell syntax, CMD-SHELL before it.',
  variants: {
    none: 'The health check of container “{container}” is NONE, which is Docker’s and not one of ECS’s; begin it with CMD or CMD-SHELL.',
  },
  why: 'The first word says how the rest is run: CMD starts a program with its arguments, CMD-SHELL hands one line to the container’s shell. The API asks for one of the two. Without them a command may be taken as it is, but nobody promises that.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
      checked: '2026-11-26',
    },
    { ref: 'ERR:aws-observability/aws-otel-collector#2034', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    for (const { at, called, container } of containersOf(spec)) {
      const command = container.healthCheck?.command
      const first = command?.[0]
      if (!command || !first?.trim() || isUnknown(first) || isForm(first)) continue
      const place = `${at}/healthCheck/command`
      if (first === NONE) {
        report({ at: place, variant: 'none', values: { container: called } })
        continue
      }
      const better = withForm(command)
      report({
        at: place,
        values: { container: called, first: quote(first, 40) },
        ...(better.length > 1 && {
          fix: setMembers(say`Write it as ${quote(better.join(' '))}`, id, { [place]: better }),
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      CMD: checking({ command: ['CMD', '/healthcheck'] }),
      'CMD-SHELL': checking({ command: ['CMD-SHELL', 'exit 0'] }),
      'a placeholder': checking({ command: ['<health-command>'] }),
      'no command, which container-health-command reports': checking({ command: [] }),
    },
    invalid: {
      'a program': {
        design: checking({ command: ['/healthcheck'] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'a program with arguments': {
        design: checking({ command: ['curl', '-f', 'http://localhost/'] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'a line for the shell': {
        design: checking({ command: ['curl -f http://localhost/ || exit 1'] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'all in one text': {
        design: checking({ command: ['CMD-SHELL, curl -f http://localhost/ || exit 1'] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'small letters': {
        design: checking({ command: ['cmd-shell', 'exit 0'] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'a Windows command, which is no CMD': {
        design: checking({ command: ['cmd', '/c', 'exit 0'] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'a form without anything to run': {
        design: checking({ command: ['cmd-shell'] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'Docker’s word for none': {
        design: checking({ command: ['NONE'] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
    },
  }),
})

function isForm(word: string): boolean {
  return healthCheckForms.some((one) => one === word)
}

/** The same command as the API wants it. In the console all of it is one text, so people copy that into JSON. */
function withForm(command: readonly string[]): readonly string[] {
  const [first = '', ...rest] = command
  const oneText =
    /^(cmd-shell)(?:[\s,]+(.*))?$/is.exec(first.trim()) ?? /^(CMD)[\s,]+(.*)$/s.exec(first.trim())
  const words = oneText ? [oneText[2] ?? '', ...rest].filter((word) => word !== '') : command
  const isLine = words.length === 1 && /\s/.test(words[0]?.trim() ?? '')
  return [isLine || /-/.test(oneText?.[1] ?? '') ? 'CMD-SHELL' : 'CMD', ...words]
}
