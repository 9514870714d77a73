/** Namespaces of the host that a task shares, although AWS allows it. */
import { taskDefinition } from '../../elements/task-definition'
import { drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { launchesAmong, runsOnFargate, runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'

const REGISTERING = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-26',
}
const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }

export const hostNamespaces = ruleFamily([
  defineRule({
    id: 'sec-pid-host',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/pidMode'],
    title: 'Tasks don’t share the processes of their host',
    message:
      'With PID mode host the containers see every process of the instance and of its other tasks; use PID mode task.',
    why: 'Whoever sees a process can read its environment, with all secrets in it, and with the right user stop it. PID mode task lets the containers of a task see each other, which is what sidecars need.',
    sources: [REGISTERING, { ref: 'SH:ECS.3', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      // Where it can’t be at all, taskdef-pid-fargate and taskdef-pid-windows say so.
      if (spec.pidMode !== 'host' || runsOnFargate(graph, id) || runsWindows(spec) !== false) return
      report({ at: '/pidMode', fix: setMembers('Set PID mode to task', id, { '/pidMode': 'task' }) })
    },
    examples: () => ({
      valid: {
        'the processes of the task': drawing({ task: ec2Task({ pidMode: 'task' }) }),
        'left out': drawing({ task: ec2Task() }),
        'on Fargate, where taskdef-pid-fargate reports it': drawing({
          task: fargateTask({ pidMode: 'host' }),
        }),
      },
      invalid: {
        'those of the host': {
          design: drawing({ task: ec2Task({ pidMode: 'host' }) }),
          element: 'task',
          at: '/pidMode',
        },
      },
    }),
  }),
  defineRule({
    id: 'sec-ipc-host',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/ipcMode'],
    title: 'Tasks don’t share the memory segments of their host',
    message:
      'With IPC mode host the containers reach the shared memory of the instance and of its other tasks; use IPC mode task.',
    why: 'Shared memory and message queues have no more protection than their file modes, so another task on the instance may read or change them. IPC mode task keeps them among the containers of one task.',
    sources: [REGISTERING],
    check({ id, spec, graph, report }) {
      if (spec.ipcMode !== 'host' || runsWindows(spec) !== false) return
      // Where it can’t be at all, taskdef-ipc-unsupported says so.
      if (launchesAmong(graph, id, ['FARGATE', 'MANAGED_INSTANCES']).length > 0) return
      report({ at: '/ipcMode', fix: setMembers('Set IPC mode to task', id, { '/ipcMode': 'task' }) })
    },
    examples: () => ({
      valid: {
        'memory of the task': drawing({ task: ec2Task({ ipcMode: 'task' }) }),
        'memory of each container': drawing({ task: ec2Task({ ipcMode: 'none' }) }),
        'Windows, where taskdef-ipc-unsupported reports it': drawing({
          task: ec2Task({ ipcMode: 'host', runtimePlatform: windows }),
        }),
      },
      invalid: {
        'that of the host': {
          design: drawing({ task: ec2Task({ ipcMode: 'host' }) }),
          element: 'task',
          at: '/ipcMode',
        },
      },
    }),
  }),
])
