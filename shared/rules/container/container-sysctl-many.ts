import { namespaceOf } from '../../aws/facts/kernel'
import { taskDefinition } from '../../elements/task-definition'
import type { Text } from '../../texts/text'
import { drawing, ec2Task, fargateTask } from '../examples'
import { networkModesOf } from '../network/modes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { linuxContainersOf } from './containers'
import { controlling } from './examples'

const small = { 'net.core.somaxconn': '1024' }
const large = { 'net.core.somaxconn': '4096' }

export const containerSysctlMany = defineRule({
  id: 'container-sysctl-many',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/systemControls'],
  title: 'With awsvpc only one container sets a network parameter',
  message:
    'Containers “{first}” and “{second}” set “{parameter}” to different values, but share one network; the one that starts last decides. Set it in one of them.',
  why: 'In awsvpc mode all containers of a task share a network namespace, so a parameter that one of them sets holds for all. Which value wins depends on the order in which they start.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const set = new Map<string, { readonly value: string; readonly by: Text }>()
    for (const { at, called, container } of linuxContainersOf(spec)) {
      container.systemControls?.forEach(({ namespace, value }, index) => {
        if (!isKnown(namespace) || !isKnown(value) || namespaceOf(namespace) !== 'net') return
        const other = set.get(namespace)
        if (!other) set.set(namespace, { value, by: called })
        if (!other || other.value === value || !networkModesOf(graph, id).has('awsvpc')) return
        report({
          at: `${at}/systemControls/${index}/value`,
          values: { first: other.by, second: called, parameter: namespace },
        })
      })
    }
  },
  examples: () => ({
    valid: {
      'one container sets it': drawing({ task: fargateTask(controlling(small, {})) }),
      'the same value twice': drawing({ task: fargateTask(controlling(small, small)) }),
      'networks of their own in bridge mode': drawing({ task: ec2Task(controlling(small, large)) }),
      'IPC’s parameters': drawing({
        task: ec2Task({
          networkMode: 'awsvpc',
          ...controlling({ 'kernel.shmmax': '1024' }, { 'kernel.shmmax': '4096' }),
        }),
      }),
    },
    invalid: {
      'two values': {
        design: drawing({ task: fargateTask(controlling(small, large)) }),
        element: 'task',
        at: '/containerDefinitions/1/systemControls/0/value',
      },
      'on managed instances, where awsvpc is the default': {
        design: drawing({
          task: ec2Task({ requiresCompatibilities: ['MANAGED_INSTANCES'], ...controlling(small, large) }),
        }),
        element: 'task',
        at: '/containerDefinitions/1/systemControls/0/value',
      },
    },
  }),
})
