import { memoryInWords, sizeOf, systemOf } from '../../aws/facts/fargate-sizes'
import { vcpus } from '../../aws/facts/task-size'
import { taskDefinition } from '../../elements/task-definition'
import { drawing, fargateTask, service } from '../examples'
import { runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { resizeFix, taskCpu, taskMemory } from './size'

const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }

export const taskdefFargateCpuMemory = defineRule({
  id: 'taskdef-fargate-cpu-memory',
  severity: 'error',
  on: [taskDefinition],
  title: 'Fargate offers each CPU size with a fixed range of memory',
  message: '{memory} MiB of memory does not go with {cpu}; Fargate offers {offered} with it.',
  why: 'Fargate places a task on a machine of exactly its size, and builds those in fixed combinations only. RegisterTaskDefinition refuses any other pair of cpu and memory when the definition claims FARGATE, and RunTask refuses it otherwise.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-21',
    },
    { ref: 'E3047', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (!runsOnFargate(graph, id)) return
    const cpu = taskCpu(element)
    const memory = taskMemory(element)
    if (cpu === undefined || memory === undefined) return
    const system = systemOf(spec.runtimePlatform?.operatingSystemFamily)
    // A CPU value that no row has is taskdef-fargate-cpu-value; 1 vCPU with 1 GB on Windows has a rule of its own.
    const size = sizeOf(cpu, system)
    if (!size || size.memory.includes(memory)) return
    if (system === 'WINDOWS' && cpu === 1024 && memory === 1024) return
    const fix = resizeFix(id, spec, { cpu, memory }, system)
    report({
      at: '/memory',
      values: { memory, cpu: vcpus(cpu), offered: memoryInWords(size) },
      ...(fix && { fix }),
    })
  },
  examples: () => ({
    valid: {
      'the smallest size': drawing({ task: fargateTask({ cpu: '256', memory: '512' }) }),
      '1 vCPU with its top of 8 GB': drawing({ task: fargateTask({ cpu: '1 vCPU', memory: '8 GB' }) }),
      '8 vCPU in steps of 4 GB': drawing({ task: fargateTask({ cpu: '8192', memory: '20480' }) }),
      'any memory on EC2': drawing({
        task: fargateTask({ requiresCompatibilities: ['EC2'], cpu: '256', memory: '3000' }),
      }),
      'a placeholder for the memory': drawing({ task: fargateTask({ cpu: '256', memory: '<memory>' }) }),
      'a CPU value that taskdef-fargate-cpu-value reports': drawing({
        task: fargateTask({ cpu: '300', memory: '4096' }),
      }),
      'Windows with 1 vCPU and 1 GB, which has a rule of its own': drawing({
        task: fargateTask({ cpu: '1024', memory: '1024', runtimePlatform: windows }),
      }),
    },
    invalid: {
      '0.25 vCPU with 4 GB': {
        design: drawing({ task: fargateTask({ cpu: '256', memory: '4096' }) }),
        element: 'task',
        at: '/memory',
      },
      '1 vCPU with 9 GB': {
        design: drawing({ task: fargateTask({ cpu: '1 vCPU', memory: '9 GB' }) }),
        element: 'task',
        at: '/memory',
      },
      'between two steps': {
        design: drawing({ task: fargateTask({ cpu: '8192', memory: '18432' }) }),
        element: 'task',
        at: '/memory',
      },
      'more than the largest size': {
        design: drawing({ task: fargateTask({ cpu: '16384', memory: '131072' }) }),
        element: 'task',
        at: '/memory',
      },
      'numbers, which have a warning of their own': {
        design: drawing({ task: fargateTask({ cpu: 256, memory: 4096 }) }),
        element: 'task',
        at: '/memory',
      },
      'claimed by nobody, but run on Fargate': {
        design: drawing({
          task: fargateTask({ requiresCompatibilities: undefined, cpu: '512', memory: '512' }),
          web: service({
            launchType: 'FARGATE',
            networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } },
          }),
        }),
        element: 'task',
        at: '/memory',
      },
    },
  }),
})
