import { valueAt } from '../../basics/json'
import type { Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { viewOf } from '../../elements/view'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isUnknown, runsWindows } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'

const COMMANDS = ['/command', '/entryPoint', '/healthCheck/command'] as const

export const containerCommandArray = defineRule({
  id: 'container-command-array',
  severity: 'error',
  on: [taskDefinition],
  title: 'Commands are lists of texts',
  message:
    'The {member} of container “{container}” is one text; write it as a list, one text for each argument.',
  why: 'A Dockerfile takes a command as one line and lets a shell take it apart. ECS has no shell between: it hands the list to Docker as it is, and the API refuses a single text.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    // One text instead of a list is not in the view, but among what is wrong with the spec.
    if (viewOf(taskDefinition, element.spec).faults.length === 0) return
    for (const { at, called } of containersOf(spec)) {
      for (const member of COMMANDS) {
        const value = valueAt(element.spec, at + member)
        if (typeof value !== 'string' || isUnknown(value)) continue
        const list = asList(value, member, runsWindows(spec) === true)
        report({
          at: at + member,
          values: { member: member.slice(1).replace('/', '.'), container: called },
          fix: setMembers(say`Write it as ${JSON.stringify(list)}`, id, { [at + member]: list }),
        })
      }
    }
  },
  examples: () => ({
    valid: {
      lists: running({
        entryPoint: ['/entrypoint.sh'],
        command: ['npm', 'start'],
        healthCheck: { command: ['CMD-SHELL', 'exit 0'] },
      }),
      'empty lists': running({ entryPoint: [], command: [] }),
      'a placeholder for the whole list': running({ command: '<command>' }),
    },
    invalid: {
      'a command line': {
        design: running({ command: 'npm start' }),
        element: 'task',
        at: '/containerDefinitions/0/command',
      },
      'a single word': {
        design: running({ entryPoint: '/entrypoint.sh' }),
        element: 'task',
        at: '/containerDefinitions/0/entryPoint',
      },
      'nothing at all': {
        design: running({ command: '' }),
        element: 'task',
        at: '/containerDefinitions/0/command',
      },
      'a health check': {
        design: running({ healthCheck: { command: 'curl -f http://localhost/ || exit 1' } }),
        element: 'task',
        at: '/containerDefinitions/0/healthCheck/command',
      },
      'a command line for Windows': {
        design: drawing({
          task: ec2Task({
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
            containerDefinitions: [container({ cpu: 512, memory: 1024, command: 'dir C:\\' })],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/command',
      },
    },
  }),
})

/** What a Dockerfile makes of the same line. */
function asList(line: string, member: (typeof COMMANDS)[number], windows: boolean): readonly string[] {
  if (line.trim() === '') return []
  if (member === '/healthCheck/command') return ['CMD-SHELL', line.replace(/^CMD(-SHELL)?[\s,]+/, '')]
  if (!/\s/.test(line.trim())) return [line.trim()]
  return windows ? ['cmd', '/S', '/C', line] : ['sh', '-c', line]
}

function running(members: Spec) {
  return drawing({ task: fargateTask({ containerDefinitions: [container(members)] }) })
}
