import { task as taskKind } from '../../elements/task'
import { drawing, element, fargateTask, inSubnets, onFargate } from '../examples'
import { removeMember } from '../fixes'
import { isAbsent } from '../reading'
import { defineRule } from '../rule'

const AT = '/serviceConnectConfiguration'

export const serviceConnectStandalone = defineRule({
  id: 'service-connect-standalone',
  severity: 'error',
  on: [taskKind],
  title: 'Only services take part in Service Connect',
  message:
    'A standalone task can’t take part in Service Connect; run it as a service, or remove the setting.',
  why: 'Names and proxies belong to a service, which keeps them up to date as its tasks come and go. RunTask has no such member, and a task that nobody replaces has no name to give.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, report }) {
    if (isAbsent(element.spec.serviceConnectConfiguration)) return
    report({ at: AT, fix: removeMember('Remove Service Connect from the task', id, AT) })
  },
  examples: () => ({
    valid: {
      'a task without it': standalone({}),
      'an empty setting': standalone({ serviceConnectConfiguration: {} }),
      'a service': onFargate({ serviceConnectConfiguration: { enabled: true, namespace: 'internal' } }),
    },
    invalid: {
      'a task with it': {
        design: standalone({ serviceConnectConfiguration: { enabled: true, namespace: 'internal' } }),
        element: 'nightly',
        at: AT,
      },
    },
  }),
})

function standalone(spec: Readonly<Record<string, unknown>>) {
  return drawing({
    task: fargateTask(),
    nightly: element('task', {
      taskDefinition: '@{task}',
      launchType: 'FARGATE',
      networkConfiguration: inSubnets,
      ...spec,
    }),
  })
}
