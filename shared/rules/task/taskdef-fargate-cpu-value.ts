import { cpuInWords, doubtfulSize, fargateSizes, sizesFor } from '../../aws/facts/fargate-sizes'
import { vcpus } from '../../aws/facts/task-size'
import { toText } from '../../basics/convert'
import type { Element } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isWritten, runsOnFargate, runsWindows, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { resizeFix, taskCpu, taskMemory } from './size'

export const taskdefFargateCpuValue = defineRule({
  id: 'taskdef-fargate-cpu-value',
  severity: 'error',
  on: [taskDefinition],
  title: 'Fargate offers certain CPU sizes',
  message: '{cpu} CPU units are no size of Fargate; pick {offered}.',
  variants: {
    doubtful:
      'AWS’s pages disagree on {cpu} CPU units (32 vCPU): try it in your Region before you rely on it, or stay within 16 vCPU.',
  },
  why: 'Fargate builds its machines in fixed sizes, from a quarter of a vCPU upwards. RegisterTaskDefinition refuses other values of cpu when the definition claims FARGATE. The developer guide lists 32 vCPU with 60, 120 or 244 GB of memory, which the API reference does not.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/create-task-definition.html',
      checked: '2026-11-26',
    },
    { ref: 'E3048', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const cpu = taskCpu(element)
    if (cpu === undefined || fargateSizes.some((size) => size.cpu === cpu)) return
    // Of Windows there is less to choose from, and taskdef-fargate-windows-cpu says so.
    if (runsWindows(spec) === true || !runsOnFargate(graph, id)) return
    const memory = taskMemory(element)
    if (cpu === doubtfulSize.cpu && (memory === undefined || doubtfulSize.memory.includes(memory))) {
      report({ at: '/cpu', values: { cpu }, variant: 'doubtful', severity: 'warning' })
      return
    }
    const fix = nextSize(id, element, spec, cpu)
    report({ at: '/cpu', values: { cpu, offered: cpuInWords('LINUX') }, ...(fix && { fix }) })
  },
  examples: () => ({
    valid: {
      'half a vCPU, in words': drawing({ task: fargateTask({ cpu: '.5 vCPU', memory: '1 GB' }) }),
      'the largest': drawing({ task: fargateTask({ cpu: '16384', memory: '122880' }) }),
      'any value on EC2': drawing({ task: ec2Task({ cpu: '300' }) }),
      'a placeholder': drawing({ task: fargateTask({ cpu: '<cpu>' }) }),
      'no size at all, which taskdef-size-format reports': drawing({ task: fargateTask({ cpu: 'small' }) }),
    },
    invalid: {
      'between two sizes': {
        design: drawing({ task: fargateTask({ cpu: '300', memory: '512' }) }),
        element: 'task',
        at: '/cpu',
      },
      'an eighth of a vCPU, with a placeholder for the memory': {
        design: drawing({ task: fargateTask({ cpu: '.125 vCPU', memory: '<memory>' }) }),
        element: 'task',
        at: '/cpu',
      },
      'three vCPU, also claimed for EC2': {
        design: drawing({
          task: fargateTask({ requiresCompatibilities: ['EC2', 'FARGATE'], cpu: '3 vCPU', memory: '8 GB' }),
        }),
        element: 'task',
        at: '/cpu',
      },
      'more than there is': {
        design: drawing({ task: fargateTask({ cpu: '65536', memory: '122880' }) }),
        element: 'task',
        at: '/cpu',
      },
      '32 vCPU with the memory that the guide lists': {
        design: drawing({ task: fargateTask({ cpu: '32 vCPU', memory: '244 GB' }) }),
        element: 'task',
        at: '/cpu',
        severity: 'warning',
      },
      '32 vCPU with other memory': {
        design: drawing({ task: fargateTask({ cpu: '32 vCPU', memory: '128 GB' }) }),
        element: 'task',
        at: '/cpu',
      },
    },
  }),
})

/** Rounds up. A memory that can't be read is left alone. */
function nextSize(id: string, element: Element, spec: TaskDefinitionSpec, cpu: number): Fix | undefined {
  const memory = taskMemory(element)
  if (memory !== undefined || !isWritten(element, '/memory'))
    return resizeFix(id, spec, { cpu, memory: memory ?? 0 }, 'LINUX')
  const next = sizesFor('LINUX').find((size) => size.cpu > cpu)
  return next && setMembers(say`Set CPU to ${vcpus(next.cpu)}`, id, { '/cpu': toText(next.cpu) })
}
