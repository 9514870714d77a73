import { namespaceOf } from '../../aws/facts/kernel'
import { quote } from '../../basics/quote'
import { taskDefinition } from '../../elements/task-definition'
import { drawing, ec2Task } from '../examples'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { linuxContainersOf } from './containers'
import { controlling } from './examples'

export const containerSysctlNamespace = defineRule({
  id: 'container-sysctl-namespace',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/systemControls'],
  title: 'System controls are parameters of the container’s own namespaces',
  message:
    'Kernel parameter {parameter} is the whole host’s; a container can set net.*, fs.mqueue.* and those of IPC.',
  why: 'The kernel keeps most parameters once for the whole machine, and only those of the network and of IPC for each container. Others, such as vm.max_map_count, have to be set on the container instance.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html',
      checked: '2026-11-26',
    },
  ],
  check({ spec, report }) {
    for (const { at, container } of linuxContainersOf(spec)) {
      container.systemControls?.forEach(({ namespace }, index) => {
        if (!isKnown(namespace) || namespaceOf(namespace) !== undefined) return
        report({ at: `${at}/systemControls/${index}/namespace`, values: { parameter: quote(namespace) } })
      })
    }
  },
  examples: () => ({
    valid: {
      'the network’s': drawing({ task: ec2Task(controlling({ 'net.core.somaxconn': '1024' })) }),
      'IPC’s, and a message queue': drawing({
        task: ec2Task(controlling({ 'kernel.shmmax': '68719476736', 'fs.mqueue.msg_max': '256' })),
      }),
      'a placeholder': drawing({ task: ec2Task(controlling({ '<parameter>': '1' })) }),
    },
    invalid: {
      'virtual memory, as Elasticsearch asks for': {
        design: drawing({ task: ec2Task(controlling({ 'vm.max_map_count': '262144' })) }),
        element: 'task',
        at: '/containerDefinitions/0/systemControls/0/namespace',
      },
      'a kernel parameter that is not IPC’s': {
        design: drawing({
          task: ec2Task(controlling({ 'net.core.somaxconn': '1024', 'kernel.pid_max': '65536' })),
        }),
        element: 'task',
        at: '/containerDefinitions/0/systemControls/1/namespace',
      },
    },
  }),
})
