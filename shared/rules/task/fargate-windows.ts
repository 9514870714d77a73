/** What Fargate offers for Windows: less than for Linux. */
import { cpuInWords, sizeOf } from '../../aws/facts/fargate-sizes'
import { newestOnFargate, notOnFargate } from '../../aws/facts/operating-systems'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { runsOnFargate, runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { resizeFix, taskCpu, taskMemory } from './size'

const REGISTERING = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-26',
}

export const fargateWindows = ruleFamily([
  defineRule({
    id: 'taskdef-fargate-windows-cpu',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/runtimePlatform/operatingSystemFamily'],
    title: 'Windows tasks on Fargate have 1, 2 or 4 vCPU',
    message: 'Fargate has no Windows tasks with {cpu} CPU units; pick {offered}.',
    why: 'Windows itself needs more than the small sizes have, and Fargate runs it on no machine with more than 4 vCPU. RegisterTaskDefinition refuses other values.',
    sources: [REGISTERING, { ref: 'CDK:OperatingSystemFamily', checked: '2026-11-21' }],
    check({ id, element, spec, graph, report }) {
      if (runsWindows(spec) !== true) return
      const cpu = taskCpu(element)
      if (cpu === undefined || sizeOf(cpu, 'WINDOWS') || !runsOnFargate(graph, id)) return
      const fix = resizeFix(id, spec, { cpu, memory: taskMemory(element) ?? 0 }, 'WINDOWS')
      report({ at: '/cpu', values: { cpu, offered: cpuInWords('WINDOWS') }, ...(fix && { fix }) })
    },
    examples: () => ({
      valid: {
        'the smallest': windows({ cpu: '1 vCPU', memory: '2 GB' }),
        'the largest': windows({ cpu: '4096', memory: '30 GB' }),
        'half a vCPU on Linux': drawing({ task: fargateTask({ cpu: '512', memory: '1024' }) }),
        'any value on EC2': drawing({
          task: ec2Task({ cpu: '512', runtimePlatform: { operatingSystemFamily: newestOnFargate.CORE } }),
        }),
      },
      invalid: {
        'half a vCPU': { design: windows({ cpu: '512', memory: '1024' }), element: 'task', at: '/cpu' },
        'no size of Linux either': {
          design: windows({ cpu: '300', memory: '4096' }),
          element: 'task',
          at: '/cpu',
        },
        '8 vCPU, which only Linux has': {
          design: windows({ cpu: '8192', memory: '61440' }),
          element: 'task',
          at: '/cpu',
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-fargate-windows-memory-1g',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/runtimePlatform/operatingSystemFamily'],
    title: 'Windows tasks on Fargate have at least 2 GB',
    message: 'A Windows task with 1 vCPU and 1 GB is in no published table of sizes; set 2 GB or more.',
    why: 'AWS’s tables give 1 vCPU at least 2 GB of memory. One of its tools takes 1 GB on Windows all the same, so it may work; nothing promises that it does.',
    sources: [REGISTERING, { ref: 'CDK:checkFargateWindowsBasedTasksSize', checked: '2026-11-21' }],
    check({ id, element, spec, graph, report }) {
      if (runsWindows(spec) !== true || taskMemory(element) !== 1024 || taskCpu(element) !== 1024) return
      if (!runsOnFargate(graph, id)) return
      report({ at: '/memory', fix: setMembers('Set memory to 2048 MiB', id, { '/memory': '2048' }) })
    },
    examples: () => ({
      valid: {
        '2 GB': windows({ cpu: '1024', memory: '2048' }),
        'on Linux, where taskdef-fargate-cpu-memory reports it': drawing({
          task: fargateTask({ cpu: '1024', memory: '1024' }),
        }),
      },
      invalid: {
        '1 vCPU with 1 GB': {
          design: windows({ cpu: '1 vCPU', memory: '1 GB' }),
          element: 'task',
          at: '/memory',
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-fargate-windows-release',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/runtimePlatform/operatingSystemFamily'],
    title: 'Fargate runs Windows Server 2019 and 2022',
    message: 'Fargate does not offer {release}; use Windows Server 2019 or 2022.',
    why: 'The machines of Fargate are AWS’s, and so is the choice of the Windows that runs on them. Images must be built for one of those releases.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-windows-fargate.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      const release = spec.runtimePlatform?.operatingSystemFamily
      if (release === undefined || !notOnFargate.includes(release) || !runsOnFargate(graph, id)) return
      const at = '/runtimePlatform/operatingSystemFamily'
      const newest = newestOnFargate[release.endsWith('_FULL') ? 'FULL' : 'CORE']
      report({ at, values: { release }, fix: setMembers(say`Use ${newest}`, id, { [at]: newest }) })
    },
    examples: () => ({
      valid: {
        'the newest that is documented': windows({}),
        'Windows Server 2019': windows({
          runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2019_FULL' },
        }),
        'Windows Server 2025, of which nothing is documented': windows({
          runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2025_CORE' },
        }),
        'Windows Server 2016 on EC2': drawing({
          task: ec2Task({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2016_FULL' } }),
        }),
      },
      invalid: {
        'Windows Server 2016': {
          design: windows({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2016_FULL' } }),
          element: 'task',
          at: '/runtimePlatform/operatingSystemFamily',
        },
        'a half-year release': {
          design: windows({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_20H2_CORE' } }),
          element: 'task',
          at: '/runtimePlatform/operatingSystemFamily',
        },
      },
    }),
  }),
])

function windows(spec: Readonly<Record<string, unknown>>) {
  return drawing({
    task: fargateTask({
      cpu: '1024',
      memory: '2048',
      runtimePlatform: { operatingSystemFamily: newestOnFargate.CORE },
      ...spec,
    }),
  })
}
