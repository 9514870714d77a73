import { isObject, toPointer } from '../../basics/json'
import type { Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { containersOf } from '../container/containers'
import { container, drawing, fargateTask } from '../examples'
import type { ContainerSpec } from '../reading'
import { defineRule } from '../rule'
import { holdsCredential, isCredentialOption, isLiteral } from './credentials'

export const secCredentialInCommand = defineRule({
  id: 'sec-credential-in-command',
  severity: 'warning',
  on: [taskDefinition],
  needs: [
    '/containerDefinitions/*/command',
    '/containerDefinitions/*/entryPoint',
    '/containerDefinitions/*/dockerLabels',
  ],
  title: 'No credentials stand in commands and labels',
  message:
    'A credential seems to be written into {member} of container “{container}”; pass it by “secrets” instead.',
  why: 'Everyone who may describe the task definition reads its commands and labels, and they show up in process lists and logs. A secret reaches the container as an environment variable, which the command can name.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
      checked: '2026-11-21',
    },
  ],
  check({ spec, report }) {
    for (const { at, called, container } of containersOf(spec)) {
      for (const { pointer, member } of credentialsIn(container)) {
        report({ at: at + pointer, values: { member, container: called } })
      }
    }
  },
  examples: () => ({
    valid: {
      'a variable of the shell': running({ command: ['sh', '-c', 'app --password=$DB_PASSWORD'] }),
      'a placeholder': running({ command: ['app', '--password=<password>', '--token', '<token>'] }),
      'a file that holds it': running({ command: ['app', '--password-file=/run/password'] }),
      'yes or no': running({ command: ['app', '--rotate-secret=true', '--max-tokens=4096'] }),
      'an option whose value is another option': running({ command: ['app', '--password', '--quiet'] }),
      labels: running({ dockerLabels: { 'com.example.team': 'shop', 'com.example.secret-name': 'db' } }),
    },
    invalid: {
      'a password as an option': {
        design: running({ command: ['app', '--password=abc'] }),
        element: 'task',
        at: '/containerDefinitions/0/command/1',
      },
      'a password after an option': {
        design: running({ entryPoint: ['app', '--db-password', 'correct-horse'] }),
        element: 'task',
        at: '/containerDefinitions/0/entryPoint/2',
      },
      'an access key': {
        design: running({ command: ['sh', '-c', 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE app'] }),
        element: 'task',
        at: '/containerDefinitions/0/command/2',
      },
      'a password in an address': {
        design: running({ command: ['app', 'postgres://app:correct-horse@db.example/shop'] }),
        element: 'task',
        at: '/containerDefinitions/0/command/1',
      },
      'a label': {
        design: running({ dockerLabels: { 'agent/checks': '[{"user":"app","password":"correct-horse"}]' } }),
        element: 'task',
        at: '/containerDefinitions/0/dockerLabels/agent~1checks',
      },
    },
  }),
})

interface Found {
  /** JSON pointer in the container. */
  readonly pointer: string
  readonly member: string
}

function credentialsIn({ command, entryPoint, dockerLabels }: ContainerSpec): readonly Found[] {
  const found: Found[] = []
  for (const [member, words] of Object.entries({ command, entryPoint })) {
    words?.forEach((word, index) => {
      const previous = words[index - 1]
      const follows = previous !== undefined && isCredentialOption(previous) && isLiteral(word)
      if (follows || holdsCredential(word)) found.push({ pointer: toPointer([member, index]), member })
    })
  }
  if (!isObject(dockerLabels)) return found
  for (const [label, value] of Object.entries(dockerLabels)) {
    if (holdsCredential(value))
      found.push({ pointer: toPointer(['dockerLabels', label]), member: 'dockerLabels' })
  }
  return found
}

function running(members: Spec) {
  return drawing({ task: fargateTask({ containerDefinitions: [container(members)] }) })
}
