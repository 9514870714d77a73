import { quote } from '../../basics/quote'
import { taskDefinition } from '../../elements/task-definition'
import { setMembers } from '../fixes'
import { isUnknown } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'
import { checking } from './examples'

export const containerHealthCommandLine = defineRule({
  id: 'container-health-command-line',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/healthCheck'],
  title: 'A health check with CMD has each argument in a text of its own',
  message:
    'The health check of container “{container}” looks for a program called {line}; use CMD-SHELL for a whole line.',
  why: 'After CMD comes a program and then its arguments, one text each. A whole line in one text is taken for the name of a program, which is not found, so the container is never healthy. CMD-SHELL has the container’s shell take the line apart.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, report }) {
    for (const { at, called, container } of containersOf(spec)) {
      const [form, line, ...rest] = container.healthCheck?.command ?? []
      if (form !== 'CMD' || line === undefined || rest.length > 0 || isUnknown(line)) continue
      if (!isCommandLine(line)) continue
      const place = `${at}/healthCheck/command`
      report({
        at: place,
        values: { container: called, line: quote(line, 40) },
        fix: setMembers('Run it with CMD-SHELL', id, { [place]: ['CMD-SHELL', line] }),
      })
    }
  },
  examples: () => ({
    valid: {
      'a line for the shell': checking({ command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] }),
      'one text for each argument': checking({ command: ['CMD', 'curl', '-f', 'http://localhost/'] }),
      'a program in a folder with a blank': checking({
        command: ['CMD', 'C:\\Program Files\\Web\\check.exe'],
      }),
      'a placeholder': checking({ command: ['CMD', '<command with arguments>'] }),
    },
    invalid: {
      'a line after CMD': {
        design: checking({ command: ['CMD', 'curl -f http://localhost/ || exit 1'] }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
    },
  }),
})

/** A program, and then something that is an option or a shell’s sign: a path may have blanks in it, too. */
function isCommandLine(text: string): boolean {
  return /\S\s+(-|\/[a-z]\b|\S*[|&;<>]|https?:)/i.test(text)
}
