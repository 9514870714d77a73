/** Where the containers of a task can share processes and memory. */
import { fargatePidMode, takeIpcMode } from '../../aws/facts/namespaces'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { drawing, ec2Task, fargateTask } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { isAbsent, launchName, runsOnFargate, runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'

const REGISTERING = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-26',
}
const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }
const linux = { operatingSystemFamily: 'LINUX' }

export const namespaceModes = ruleFamily([
  defineRule({
    id: 'taskdef-pid-fargate',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/pidMode'],
    title: 'On Fargate processes are shared within the task only',
    message: 'Fargate has no PID mode host; set task, or leave it out.',
    why: 'A Fargate task has no host that anybody could look into. Its containers can see each other’s processes, which a sidecar for monitoring needs, and that is the mode task.',
    sources: [REGISTERING, { ref: 'CDK:PidModeOnlyLinux', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      if (spec.pidMode !== 'host' || runsWindows(spec) === true || !runsOnFargate(graph, id)) return
      const { mode } = fargatePidMode
      report({ at: '/pidMode', fix: setMembers(say`Set the PID mode to ${mode}`, id, { '/pidMode': mode }) })
    },
    examples: () => ({
      valid: {
        task: drawing({ task: fargateTask({ pidMode: 'task' }) }),
        'host on EC2': drawing({ task: ec2Task({ pidMode: 'host' }) }),
        'on Windows, where taskdef-pid-windows reports it': drawing({
          task: fargateTask({ cpu: '1024', memory: '2048', pidMode: 'host', runtimePlatform: windows }),
        }),
      },
      invalid: {
        host: {
          design: drawing({ task: fargateTask({ pidMode: 'host' }) }),
          element: 'task',
          at: '/pidMode',
        },
        'host, also claimed for EC2': {
          design: drawing({
            task: fargateTask({ requiresCompatibilities: ['EC2', 'FARGATE'], pidMode: 'host' }),
          }),
          element: 'task',
          at: '/pidMode',
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-pid-windows',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/pidMode'],
    title: 'Windows containers have no PID mode',
    message: 'Windows containers can’t share processes; remove the PID mode.',
    why: 'Process namespaces are a feature of the Linux kernel. ECS does not take the member for Windows, on EC2 or on Fargate.',
    sources: [REGISTERING, { ref: 'CDK:PidModeNotSupportedWindowsContainers', checked: '2026-11-21' }],
    check({ id, spec, report }) {
      if (isAbsent(spec.pidMode) || runsWindows(spec) !== true) return
      report({ at: '/pidMode', fix: removeMember('Remove the PID mode', id, '/pidMode') })
    },
    examples: () => ({
      valid: {
        none: drawing({ task: ec2Task({ runtimePlatform: windows }) }),
        Linux: drawing({ task: ec2Task({ pidMode: 'task', runtimePlatform: linux }) }),
        'an empty text, which says nothing': drawing({
          task: ec2Task({ pidMode: '', runtimePlatform: windows }),
        }),
      },
      invalid: {
        'shared within the task': {
          design: drawing({ task: ec2Task({ pidMode: 'task', runtimePlatform: windows }) }),
          element: 'task',
          at: '/pidMode',
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-pid-fargate-os',
    severity: 'advice',
    on: [taskDefinition],
    needs: ['/pidMode'],
    title: 'A shared process namespace on Fargate names its system',
    message: 'Say that the task runs Linux, since its containers share their processes on Fargate.',
    why: 'Only Linux can share processes. ECS takes Linux when nothing is said, but some of AWS’s tools want it to be written, and it tells the next reader.',
    sources: [{ ref: 'CDK:SpecifyingPidModeRequires', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      if (spec.pidMode !== fargatePidMode.mode || !isAbsent(spec.runtimePlatform?.operatingSystemFamily))
        return
      if (!runsOnFargate(graph, id)) return
      report({
        at: spec.runtimePlatform ? '/runtimePlatform/operatingSystemFamily' : '/runtimePlatform',
        fix: setMembers('Set the operating system to LINUX', id, {
          '/runtimePlatform/operatingSystemFamily': 'LINUX',
        }),
      })
    },
    examples: () => ({
      valid: {
        Linux: drawing({ task: fargateTask({ pidMode: 'task', runtimePlatform: linux }) }),
        'no PID mode': drawing({ task: fargateTask() }),
        'on EC2': drawing({ task: ec2Task({ pidMode: 'task' }) }),
      },
      invalid: {
        'no runtime platform': {
          design: drawing({ task: fargateTask({ pidMode: 'task' }) }),
          element: 'task',
          at: '/runtimePlatform',
        },
        'only the processor': {
          design: drawing({
            task: fargateTask({ pidMode: 'task', runtimePlatform: { cpuArchitecture: 'ARM64' } }),
          }),
          element: 'task',
          at: '/runtimePlatform/operatingSystemFamily',
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-ipc-unsupported',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/ipcMode'],
    title: 'Only Linux on container instances has an IPC mode',
    message: '{launch} takes no IPC mode; remove it.',
    variants: { windows: 'Windows containers take no IPC mode; remove it.' },
    why: 'The IPC mode says whose shared memory a container sees. On Fargate and managed instances AWS decides that, and Windows has no such namespaces, so ECS refuses the member there.',
    sources: [
      REGISTERING,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
        checked: '2026-11-26',
      },
      { ref: 'CDK:ModeSupportedTasksRunning', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.ipcMode)) return
      const fix = removeMember('Remove the IPC mode', id, '/ipcMode')
      const refusing = [...launchTypesOf(graph, id)].find((launch) => !takeIpcMode.includes(launch))
      if (runsWindows(spec) === true) report({ at: '/ipcMode', variant: 'windows', fix })
      else if (refusing) report({ at: '/ipcMode', values: { launch: launchName(refusing) }, fix })
    },
    examples: () => ({
      valid: {
        'Linux on EC2': drawing({ task: ec2Task({ ipcMode: 'task' }) }),
        'an external instance': drawing({
          task: ec2Task({ requiresCompatibilities: ['EXTERNAL'], ipcMode: 'host' }),
        }),
        'left out on Fargate': drawing({ task: fargateTask() }),
      },
      invalid: {
        Fargate: {
          design: drawing({ task: fargateTask({ ipcMode: 'task' }) }),
          element: 'task',
          at: '/ipcMode',
        },
        'managed instances, even none': {
          design: drawing({
            task: fargateTask({ requiresCompatibilities: ['MANAGED_INSTANCES'], ipcMode: 'none' }),
          }),
          element: 'task',
          at: '/ipcMode',
        },
        Windows: {
          design: drawing({ task: ec2Task({ ipcMode: 'host', runtimePlatform: windows }) }),
          element: 'task',
          at: '/ipcMode',
        },
      },
    }),
  }),
])
