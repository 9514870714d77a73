import { taskCpu as limits } from '../../aws/facts/task-limits'
import { toText } from '../../basics/convert'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { defineRule } from '../rule'
import { taskCpu } from './size'

export const taskdefEc2CpuRange = defineRule({
  id: 'taskdef-ec2-cpu-range',
  severity: 'error',
  on: [taskDefinition],
  title: 'A task on EC2 has an eighth of a vCPU to 192 vCPU',
  message: 'Task CPU must be {min} to {max} units; correct {cpu}, or leave it out.',
  why: 'On container instances the CPU of a task is optional and of any size, but ECS counts it from an eighth of a vCPU to 192 of them, and refuses anything else.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, graph, report }) {
    const cpu = taskCpu(element)
    const { min, max } = limits
    if (cpu === undefined || (cpu >= min && cpu <= max)) return
    // On Fargate taskdef-fargate-cpu-value reports it; for managed instances no limit is documented.
    const launches = [...launchTypesOf(graph, id)]
    if (launches.length === 0 || !launches.every((one) => one === 'EC2' || one === 'EXTERNAL')) return
    const nearest = Math.min(max, Math.max(min, cpu))
    report({
      at: '/cpu',
      values: { cpu, min, max },
      fix: setMembers(say`Set CPU to ${nearest} units`, id, { '/cpu': toText(nearest) }),
    })
  },
  examples: () => ({
    valid: {
      'the least': drawing({ task: ec2Task({ cpu: '128' }) }),
      'the most': drawing({ task: ec2Task({ cpu: '192 vCPU' }) }),
      'no CPU': drawing({ task: ec2Task() }),
      'on Fargate, where another rule reports it': drawing({
        task: fargateTask({ requiresCompatibilities: ['EC2', 'FARGATE'], cpu: '64' }),
      }),
      'a placeholder': drawing({ task: ec2Task({ cpu: '<cpu>' }) }),
    },
    invalid: {
      'too little': { design: drawing({ task: ec2Task({ cpu: '64' }) }), element: 'task', at: '/cpu' },
      'too much, on an external instance': {
        design: drawing({ task: ec2Task({ requiresCompatibilities: ['EXTERNAL'], cpu: '193 vCPU' }) }),
        element: 'task',
        at: '/cpu',
      },
    },
  }),
})
