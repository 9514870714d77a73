/** Kernel parameters can't be a container's own where it shares the host's namespace. */
import { namespaceOf } from '../../aws/facts/kernel'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { drawing, ec2Task, fargateTask } from '../examples'
import { dropItemsWith } from '../fixes'
import { isKnown, type TaskDefinitionSpec } from '../reading'
import { defineRule, type RuleContext, ruleFamily } from '../rule'
import { linuxContainersOf } from './containers'
import { controlling } from './examples'

const network = { 'net.core.somaxconn': '1024' }
const sharedMemory = { 'kernel.shmmax': '68719476736' }

export const systemControlsOfHost = ruleFamily([
  defineRule({
    id: 'container-sysctl-host-network',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/systemControls'],
    title: 'In host network mode the network’s kernel parameters can’t be set',
    message: 'Kernel parameter “{parameter}” can’t be set in network mode host; remove it, or use awsvpc.',
    why: 'In host mode the container has no network namespace of its own: the parameter would change the container instance and every other task on it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html',
        checked: '2026-11-26',
      },
    ],
    check(context) {
      if (context.spec.networkMode === 'host') reportAll(context, 'net')
    },
    examples: () => ({
      valid: {
        'a network of its own': drawing({ task: fargateTask(controlling(network)) }),
        'bridge mode': drawing({ task: ec2Task({ networkMode: 'bridge', ...controlling(network) }) }),
        'IPC’s parameters in host mode': drawing({
          task: ec2Task({ networkMode: 'host', ...controlling(sharedMemory) }),
        }),
      },
      invalid: {
        'host mode': {
          design: drawing({ task: ec2Task({ networkMode: 'host', ...controlling(network) }) }),
          element: 'task',
          at: '/containerDefinitions/0/systemControls/0',
        },
      },
    }),
  }),
  defineRule({
    id: 'container-sysctl-host-ipc',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/systemControls'],
    title: 'With the host’s IPC its kernel parameters can’t be set',
    message:
      'Kernel parameter “{parameter}” can’t be set with IPC mode host; remove it, or use IPC mode task.',
    why: 'With IPC mode host the containers share message queues and shared memory with the container instance, so the parameter would change those of every other task on it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
        checked: '2026-11-26',
      },
    ],
    check(context) {
      if (context.spec.ipcMode === 'host') reportAll(context, 'ipc')
    },
    examples: () => ({
      valid: {
        'IPC of the task': drawing({ task: ec2Task({ ipcMode: 'task', ...controlling(sharedMemory) }) }),
        'the network’s parameters': drawing({ task: ec2Task({ ipcMode: 'host', ...controlling(network) }) }),
      },
      invalid: {
        'shared memory': {
          design: drawing({ task: ec2Task({ ipcMode: 'host', ...controlling(sharedMemory) }) }),
          element: 'task',
          at: '/containerDefinitions/0/systemControls/0',
        },
        'message queues': {
          design: drawing({
            task: ec2Task({ ipcMode: 'host', ...controlling({ ...network, 'fs.mqueue.msg_max': '256' }) }),
          }),
          element: 'task',
          at: '/containerDefinitions/0/systemControls/1',
        },
      },
    }),
  }),
])

/** Reports every parameter of a namespace that the task shares with its host. */
function reportAll({ id, spec, report }: RuleContext<TaskDefinitionSpec>, shared: 'net' | 'ipc'): void {
  for (const { at, container } of linuxContainersOf(spec)) {
    container.systemControls?.forEach(({ namespace }, index) => {
      if (!isKnown(namespace) || namespaceOf(namespace) !== shared) return
      report({
        at: `${at}/systemControls/${index}`,
        values: { parameter: namespace },
        fix: dropItemsWith(say`Remove ${namespace}`, id, `${at}/systemControls`, 'namespace', namespace),
      })
    })
  }
}
